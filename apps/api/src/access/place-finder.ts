import { Injectable } from '@nestjs/common'
import type { Queryable } from '@berth/database'
import { type Digest, isDigest, isRepositoryName, isTag, type RepositoryName } from '@berth/oci'
import type { Subject } from '@berth/rbac'
import sql, { empty, type Sql } from 'sql-template-tag'
import { Database } from '../database/database.js'
import { MAX_ID } from '../edge/path-id.js'
import type { ArtifactContext, ProjectContext, RepositoryContext } from './context.js'
import { type GrantRow, grantsHere, withGrants } from './grants.js'

/** What a path says of a place. Names come from the client as they are. */
export interface PlaceReference {
  readonly project: Sql
  /** Within its project. */
  readonly repository?: string
  /** A tag or digest in the repository. */
  readonly artifact?: string
}

/** A project with what the subject holds in it; the repository and the artifact, where they were asked for and exist. */
export interface FoundPlace {
  readonly project: ProjectContext
  readonly subject: Subject
  readonly repository?: RepositoryContext
  readonly artifact?: ArtifactContext
}

interface Row {
  readonly id: number
  readonly name: string
  readonly public: boolean
  readonly grants: readonly GrantRow[]
  readonly repository_id?: string | null
  readonly repository_name?: RepositoryName
  readonly artifact_id?: string | null
  readonly digest?: Digest
}

/** PostgreSQL has no NUL in text; no name has it either. */
const nothing = sql`false`
const named = (name: string) => (name.includes('\0') ? nothing : sql`p.name = ${name}`)

/** Conditions on `project p`. */
export const projectBy = {
  name: named,
  /** An integer is an id. */
  nameOrId: (text: string): Sql => (/^\d+$/.test(text) ? projectBy.id(Number(text)) : named(text)),
  id: (id: number): Sql => (id > MAX_ID ? nothing : sql`p.id = ${id}`),
}

@Injectable()
export class PlaceFinder {
  constructor(private readonly database: Database) {}

  /** The place and what the subject holds there, in one statement; undefined when there is no such project. */
  async find(reference: PlaceReference, subject: Subject): Promise<FoundPlace | undefined> {
    const [row] = await this.rows(reference, subject)
    if (!row) return undefined
    const project = { id: row.id, name: row.name, public: row.public }
    const found = { project, subject: withGrants(subject, row.id, row.grants) }
    if (!row.repository_id || !row.repository_name) return found
    const repository = { id: Number(row.repository_id), name: row.repository_name, project }
    if (!row.artifact_id || !row.digest || reference.artifact === undefined) return { ...found, repository }
    const artifact = { id: Number(row.artifact_id), digest: row.digest, reference: reference.artifact, repository }
    return { ...found, repository, artifact }
  }

  /** Those of the projects that exist, by their names. */
  async findProjects(names: readonly string[], subject: Subject): Promise<Map<string, FoundPlace>> {
    const rows = await this.rows({ project: sql`p.name = any (${[...new Set(names)]}::text[])` }, subject)
    return new Map(
      rows.map(({ id, name, public: isPublic, grants }) => [
        name,
        { project: { id, name, public: isPublic }, subject: withGrants(subject, id, grants) },
      ]),
    )
  }

  /** The subject with what it holds in each of the projects that exist, by their ids. */
  async subjectsIn(
    ids: readonly number[],
    subject: Subject,
    database: Pick<Queryable, 'prepared'>,
  ): Promise<Map<number, Subject>> {
    const rows = await this.rows({ project: sql`p.id = any (${ids}::int[])` }, subject, database)
    return new Map(rows.map(({ id, grants }) => [id, withGrants(subject, id, grants)]))
  }

  private rows(
    { project, repository, artifact }: PlaceReference,
    subject: Subject,
    database: Pick<Queryable, 'prepared'> = this.database,
  ): Promise<Row[]> {
    const columns = [
      repository === undefined ? empty : sql`, r.id as repository_id, r.name as repository_name`,
      artifact === undefined ? empty : sql`, a.id as artifact_id, a.digest`,
    ]
    const joins = [
      repository === undefined ? empty : sql`left join repository r on ${isRepository(repository)}`,
      artifact === undefined
        ? empty
        : sql`left join artifact a on a.repository_id = r.id and a.deleted_at is null and ${isArtifact(artifact)}`,
    ]
    return database.prepared<Row>(sql`
      select p.id, p.name, p.public, ${grantsHere(subject)} as grants ${columns[0] ?? empty} ${columns[1] ?? empty}
      from project p ${joins[0] ?? empty} ${joins[1] ?? empty} where ${project}`)
  }
}

/** A name of which no project could make a repository's name is looked up nowhere. */
const isRepository = (name: string) =>
  isRepositoryName(`p/${name}`) ? sql`r.name = p.name || '/' || ${name}` : nothing

function isArtifact(reference: string): Sql {
  if (isDigest(reference)) return sql`a.digest = ${reference}`
  if (!isTag(reference)) return nothing
  return sql`a.id = (select t.artifact_id from tag t where t.repository_id = r.id and t.name = ${reference})`
}
