import { rest } from '@berth/contracts'
import sql, { type Sql } from 'sql-template-tag'
import type { ListView } from '../../listing/list-view.js'

const selector = (pattern: Sql, decoration: Sql) =>
  sql`jsonb_build_array(jsonb_build_object('kind', 'doublestar', 'decoration', ${decoration}, 'pattern', ${pattern}, 'extras', ''))`

/** Rules as Harbor's `ImmutableRule`. What protects tags by role is one with a template of Berth's own. */
export const tagRuleView = {
  row: rest.tagRule,
  isSmall: true,
  columns: sql`i.id, i.priority, i.disabled, 'immutable' as action,
    case when i.allowed_roles is null then 'immutable_template' else 'protected_template' end as template,
    case when i.allowed_roles is null then '{}'
      else jsonb_build_object('roles', i.allowed_roles, 'robots', i.allows_robots) end as params,
    ${selector(sql`i.tag_pattern`, sql`case when i.tag_excludes then 'excludes' else 'matches' end`)} as tag_selectors,
    jsonb_build_object('repository', ${selector(
      sql`i.repository_pattern`,
      sql`case when i.repository_excludes then 'repoExcludes' else 'repoMatches' end`,
    )}) as scope_selectors`,
  from: sql`immutable_rule i`,
  fields: {
    id: { type: 'integer', expression: sql`i.id`, sortable: true },
    priority: { type: 'integer', expression: sql`i.priority`, sortable: true },
    disabled: { type: 'boolean', expression: sql`i.disabled`, sortable: true },
    creation_time: { type: 'time', expression: sql`i.created_at`, sortable: true },
  },
  defaultSort: 'priority',
  key: sql`i.id`,
} satisfies ListView
