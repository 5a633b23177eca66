import type { Subject } from '@berth/rbac'
import sql, { type Sql } from 'sql-template-tag'
import { projectsWhere } from '../../access/grants.js'
import { utc } from '../../listing/list-statement.js'
import type { Finding } from './finding.js'
import { GATHERED, isLike } from './word.js'

/**
 * Tags that are called so, or have the word in their name.
 * No tag holds a `+`: the version `1.0.0+b1` of a chart is the tag `1.0.0_b1`.
 */
export function findTags(given: string, subject: Subject): Finding {
  const word = given.replaceAll('+', '_')
  const like = (condition: Sql) => sql`(
    select t.id, t.name, t.artifact_id, t.pushed_at, r.name as repository_name, p.name as project_name
    from tag t join repository r on r.id = t.repository_id join project p on p.id = r.project_id
    where ${condition} and ${projectsWhere(subject, 'tag:list')} limit ${GATHERED})`
  return {
    hits: sql`${like(sql`t.name = ${word}`)} union ${like(isLike(sql`t.name`, word))}`,
    order: sql`h.name <> ${word}, h.pushed_at desc, h.id desc`,
    row: sql`json_build_object('name', h.name, 'repository_name', h.repository_name, 'project_name', h.project_name,
      'digest', (select digest from artifact where id = h.artifact_id), 'push_time', ${utc(sql`h.pushed_at`)})`,
  }
}
