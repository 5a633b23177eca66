import type { Subject } from '@berth/rbac'
import sql, { type Sql } from 'sql-template-tag'
import { projectsWhere } from '../../access/grants.js'
import { utc } from '../../listing/list-statement.js'
import { GATHERED, isBare, isLike } from './word.js'

/**
 * Tags that are called so, or have the word in their name. The rows are `place`, their order, and `row`.
 * No tag holds a `+`: the version `1.0.0+b1` of a chart is the tag `1.0.0_b1`.
 */
export function findTags(given: string, subject: Subject): Sql {
  const word = given.replaceAll('+', '_')
  const like = (condition: Sql) => sql`(
    select t.id, t.name, t.artifact_id, t.pushed_at, r.name as repository_name, p.name as project_name
    from tag t join repository r on r.id = t.repository_id join project p on p.id = r.project_id
    where ${condition} and ${projectsWhere(subject, 'tag:list')} limit ${GATHERED})`
  const hits = isBare(word)
    ? like(sql`t.name = ${word} and t.name !~ '[A-Za-z0-9]'`)
    : sql`${like(sql`t.name = ${word}`)} union ${like(isLike(sql`t.name`, word))}`
  return sql`
    select row_number() over (order by found.name <> ${word}, found.pushed_at desc, found.id desc) as place,
      json_build_object('name', found.name, 'repository_name', found.repository_name, 'project_name', found.project_name,
        'digest', a.digest, 'push_time', ${utc(sql`found.pushed_at`)}) as row
    from (${hits}) found
    join artifact a on a.id = found.artifact_id`
}
