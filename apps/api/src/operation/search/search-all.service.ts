import { Injectable } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import sql, { type Sql } from 'sql-template-tag'
import type { z } from 'zod'
import { projectsWhere } from '../../access/grants.js'
import { Database } from '../../database/database.js'
import { containing } from '../../listing/list-statement.js'
import { findTags } from './find-tags.js'
import { type Finding, pageOf, type SearchPage } from './finding.js'
import { GATHERED } from './word.js'

export type Found = z.output<typeof rest.searchAll>

/** Labels are few enough to be read; fewer characters would find most of them. */
const SHORTEST_LABEL = 3
/** `sha256:` may be left out; fewer digits would find too many. */
const DIGEST = /^(?:sha(256|512):)?([0-9a-f]{7,128})$/

const nothing = { rows: [], more: false }

/** Everything by one word: what is called exactly so comes first, then what has it in its name. */
@Injectable()
export class SearchAllService {
  constructor(private readonly database: Database) {}

  async search(text: string, page: SearchPage, subject: Subject): Promise<Found> {
    const word = text.trim().replaceAll('\0', '')
    if (word === '') return { projects: nothing, repositories: nothing, tags: nothing, artifacts: nothing }
    const { database } = this
    const [projects, repositories, tags, artifacts] = await Promise.all([
      database.rows<Hit<'projects'>>(pageOf(findProjects(word, subject), page)),
      database.rows<Hit<'repositories'>>(pageOf(findRepositories(word, subject), page)),
      database.rows<Hit<'tags'>>(pageOf(findTags(word, subject), page)),
      database.rows<Hit<'artifacts'>>(pageOf(findArtifacts(word, subject), page)),
    ])
    return {
      projects: onePage(projects, page),
      repositories: onePage(repositories, page),
      tags: onePage(tags, page),
      artifacts: onePage(artifacts, page),
    }
  }
}

interface Hit<Kind extends keyof Found> {
  row: Found[Kind]['rows'][number]
}

const onePage = <Row>(found: { row: Row }[], { page_size: size }: SearchPage) => ({
  rows: found.slice(0, size).map(({ row }) => row),
  more: found.length > size,
})

function findProjects(word: string, subject: Subject): Finding {
  return {
    hits: sql`
      select p.id, p.name, p.public, p.repo_count from project p
      where ${projectsWhere(subject, 'self:read')} and p.name ilike ${containing(word)}`,
    order: sql`h.name <> ${word}, h.name`,
    row: sql`json_build_object('project_id', h.id, 'name', h.name, 'public', h.public, 'repo_count', h.repo_count)`,
  }
}

/** Called so, in a project that is called so, or with the word in their name. */
function findRepositories(word: string, subject: Subject): Finding {
  const where = (condition: Sql) => sql`(
    select r.name, p.name as project_name, r.listed_count as artifact_count, r.pull_count
    from repository r join project p on p.id = r.project_id
    where ${projectsWhere(subject, 'repository:list')} and ${condition} limit ${GATHERED})`
  return {
    hits: sql`${where(sql`p.name = ${word}`)} union ${where(sql`r.name ilike ${containing(word)}`)}`,
    order: sql`h.name <> ${word} and split_part(h.name, '/', -1) <> ${word}, h.project_name <> ${word}, h.name`,
    row: sql`json_build_object('name', h.name, 'project_name', h.project_name, 'artifact_count', h.artifact_count,
      'pull_count', h.pull_count)`,
  }
}

/** By their digest, a label, or the whole value of an annotation. */
function findArtifacts(word: string, subject: Subject): Finding {
  const [, algorithm = '256', digits] = DIGEST.exec(word.toLowerCase()) ?? []
  const start = `sha${algorithm}:${digits ?? ''}`
  const isIt = digits === undefined ? sql`false` : sql`a.digest >= ${start} and a.digest < ${`${start}g`}`
  const path = `$.* ? (@ == ${JSON.stringify(word)})`
  const hits = (order: number, kind: string, joins: Sql, condition: Sql) => sql`(
    select ${order}::int as by, ${kind}::text as matched, a.id, a.digest, a.kind, a.pushed_at,
      r.name as repository_name, p.name as project_name
    from artifact a ${joins} join repository r on r.id = a.repository_id join project p on p.id = r.project_id
    where a.deleted_at is null and ${condition} and ${projectsWhere(subject, 'artifact:list')} limit ${GATHERED})`
  const labelled = sql`join artifact_label al on al.artifact_id = a.id join label l on l.id = al.label_id`
  return {
    hits: sql`
      select distinct on (id) * from (
        ${hits(1, 'digest', sql``, isIt)}
        union all ${hits(2, 'label', labelled, word.length < SHORTEST_LABEL ? sql`l.name = ${word}` : sql`l.name ilike ${containing(word)}`)}
        union all ${hits(3, 'annotation', sql``, sql`a.annotations is not null and a.annotations @? ${path}::jsonpath`)}
      ) found order by id, by`,
    order: sql`h.by, h.pushed_at desc, h.id desc`,
    row: sql`json_build_object('digest', h.digest, 'repository_name', h.repository_name, 'project_name', h.project_name,
      'type', case h.kind when 'index' then 'IMAGE' else upper(h.kind) end, 'matched', h.matched,
      'tag', (select t.name from tag t where t.artifact_id = h.id order by t.pushed_at desc, t.id desc limit 1))`,
  }
}
