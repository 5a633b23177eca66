import { UserError } from '@berth/contracts'
import sql, { join, type Sql } from 'sql-template-tag'
import { MAX_ID } from '../../edge/path-id.js'
import type { Condition } from '../../listing/parse-conditions.js'

/** Labels of an artifact that are shown. */
const LABELS = 100

/** Labels of `artifact a` by name, with these columns of `label l`; null where it has none. */
export const labelsOf = (columns: Sql): Sql => sql`(select json_agg(to_json(x)) from (
  select ${columns} from artifact_label b join label l on l.id = b.label_id
  where b.artifact_id = a.id order by l.name, l.id limit ${LABELS}) x)`

/** An id that no label can have is one that none has. */
function readId(text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new UserError('BAD_QUERY', { detail: `"labels" takes ids of labels, not "${text}"` })
  return Math.min(Number(text), MAX_ID)
}

const withOneOf = (ids: readonly string[]) =>
  sql`exists (select 1 from artifact_label b where b.artifact_id = a.id and b.label_id in (${join(ids.map(readId))}))`

/** Artifacts with labels by their ids: `labels=1`, some of them `labels={1 2}`, all of them `labels=(1 2)`. */
export function byLabels(condition: Condition): Sql {
  if (condition.kind === 'equal') return withOneOf([condition.value])
  if (condition.kind === 'one-of') return withOneOf(condition.values)
  if (condition.kind === 'all-of')
    return join(
      [...new Set(condition.values)].map((id) => withOneOf([id])),
      ' and ',
    )
  throw new UserError('BAD_QUERY', { detail: '"labels" takes an id, or some: {1 2} or (1 2)' })
}
