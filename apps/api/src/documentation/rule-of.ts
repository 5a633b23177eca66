import { ACCESS_RULE, type AccessRule, ALLOWED_IN_READ_ONLY } from '../access/needs.js'

/** What the document needs to know of a route's access rule. */
export interface DescribedRule {
  readonly kind: AccessRule['kind']
  /** What the caller needs; undefined where being signed in is enough, or less. */
  readonly permission: string | undefined
  /** What the guard finds before it asks for the permission there; undefined where it finds nothing. */
  readonly finds: string | undefined
  readonly inPerson: boolean
  readonly allowedInReadOnly: boolean
}

/** The one reader of the rules for the document. */
export function ruleOf(handler: object): DescribedRule {
  const rule: AccessRule | undefined = Reflect.getMetadata(ACCESS_RULE, handler)
  if (!rule) throw new Error('A described route has no access rule.')
  return {
    kind: rule.kind,
    permission: 'permission' in rule ? rule.permission : undefined,
    finds: 'mayLack' in rule ? 'project' : 'of' in rule ? rule.of : undefined,
    inPerson: 'inPerson' in rule,
    allowedInReadOnly: Reflect.getMetadata(ALLOWED_IN_READ_ONLY, handler) === true,
  }
}
