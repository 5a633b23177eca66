import { readSelector, type rest, type TagSelectors, UserError } from '@berth/contracts'
import type { z } from 'zod'

export type TagRuleRow = z.output<typeof rest.tagRule>
export type GivenTagRule = z.output<typeof rest.newTagRule>

/** A rule as its table has it. */
export interface StoredTagRule extends TagSelectors {
  readonly priority: number
  readonly disabled: boolean
  /** Null: nobody gets past it. */
  readonly roles: readonly number[] | null
  readonly robots: boolean
}

/** @throws {UserError} TAG_RULE_WITHOUT_ROLES */
export function readTagRule(given: GivenTagRule): StoredTagRule {
  const { roles, robots } = given.params
  const isProtected = given.template === 'protected_template'
  if (isProtected && roles.length === 0 && !robots) throw new UserError('TAG_RULE_WITHOUT_ROLES')
  return {
    repositories: readSelector(given.scope_selectors.repository),
    tags: readSelector(given.tag_selectors),
    priority: given.priority,
    disabled: given.disabled,
    roles: isProtected ? [...new Set(roles)] : null,
    robots: isProtected && robots,
  }
}
