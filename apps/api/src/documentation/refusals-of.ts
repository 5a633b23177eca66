import { type ErrorReason, errorTable } from '@berth/contracts'
import { locators } from '../access/locators.js'
import type { OperationDescription } from '../edge/openapi.js'
import type { DescribedRule } from './rule-of.js'

/** What may come of any request, whoever makes it. */
const ALWAYS: readonly ErrorReason[] = [
  'BAD_REQUEST',
  'INVALID_FIELD',
  'WRONG_CREDENTIALS',
  'CREDENTIAL_EXPIRED',
  'ROBOT_DISABLED',
  'ID_TOKEN_REFUSED',
  'ISSUER_UNREACHABLE',
  'TOKEN_NEEDED',
  'TOO_MANY_FAILED_LOGINS',
  'INTERNAL',
  'DATABASE_UNAVAILABLE',
  'DATABASE_FULL',
  'SESSIONS_UNAVAILABLE',
  'DIRECTORY_UNAVAILABLE',
  'IDENTITY_NAME_TAKEN',
]

function ofRule({ kind, permission, finds, inPerson }: DescribedRule): ErrorReason[] {
  if (kind === 'anyone') return []
  const others: ErrorReason[] = inPerson ? ['USERS_ONLY', 'TOKEN_LIMITED'] : []
  if (kind === 'user') return ['UNAUTHENTICATED', 'USERS_ONLY', ...others]
  if (permission === undefined) return ['UNAUTHENTICATED']
  const refused: ErrorReason[] = ['UNAUTHENTICATED', 'SYSTEM_ADMIN_ONLY']
  if (finds === undefined) return [...refused, ...others]
  return [
    ...refused,
    'FORBIDDEN',
    'PROJECT_NOT_FOUND',
    ...(finds in locators ? (['NOT_FOUND'] as const) : []),
    ...(finds === 'repository' || finds === 'artifact' ? (['REPOSITORY_NOT_FOUND'] as const) : []),
    ...(finds === 'artifact' ? (['ARTIFACT_NOT_FOUND'] as const) : []),
  ]
}

function ofMethod(changes: boolean, { kind, allowedInReadOnly }: DescribedRule): ErrorReason[] {
  if (!changes) return []
  const body: ErrorReason[] = [
    'MALFORMED_BODY',
    'MISSING_FIELD',
    'BODY_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'UNSUPPORTED_CONTENT_ENCODING',
    'CSRF_REFUSED',
  ]
  if (kind === 'user' || kind === 'self') body.push('TOKEN_LIMITED')
  return allowedInReadOnly ? body : [...body, 'READ_ONLY']
}

/**
 * The reasons that an operation may answer with, by status: its own, and those that follow from what it is.
 *
 * @param changes its method changes something
 */
export function refusalsOf(
  { answers, refuses = [] }: OperationDescription,
  rule: DescribedRule,
  changes: boolean,
): ReadonlyMap<number, readonly ErrorReason[]> {
  const lists = Object.values(answers).some((answer) => typeof answer === 'object' && 'rows' in answer)
  const reasons = new Set<ErrorReason>([
    ...ALWAYS,
    ...ofRule(rule),
    ...ofMethod(changes, rule),
    ...(lists ? (['BAD_QUERY'] as const) : []),
    ...refuses,
  ])
  return Map.groupBy([...reasons].toSorted(), (reason) => errorTable[reason].status)
}
