import { DistributionError, projectOf, type RepositoryName } from '@berth/oci'
import type { Page } from '../registry-metadata.js'
import { type Queryable, storable } from '@berth/database'
import { joinedNames, splitNames } from './names.js'

export interface RepositoryIds {
  readonly id: string
  readonly projectId: number
}

interface Row {
  id: string
  project_id: number
}

const find = { name: 'find_repository', text: 'select id, project_id from repository where name = $1' }

const create = {
  name: 'create_repository',
  text: `
    with created as (
      insert into repository (project_id, name) select id, $1 from project where name = $2
      on conflict (name) do nothing
      returning id, project_id
    ), counted as (
      update project set repo_count = repo_count + 1 from created where project.id = created.project_id
    )
    select id, project_id from created`,
}

const list = {
  name: 'list_repositories',
  text: `
    select ${joinedNames('select name from repository where name > $1 and artifact_count > 0 order by name limit $2')} as names`,
}

export interface Puller {
  readonly kind: 'user' | 'robot' | 'anonymous'
  readonly id: number
  /** What gives the right to pull. */
  readonly permissions: readonly string[]
  /** Holds it in every project. */
  readonly everywhere: boolean
  /** Ids of the projects in which it counts; null: wherever it is held. */
  readonly within: readonly number[] | null
}

/** From project to project: there are few that somebody may see, and their repositories are in order already. */
const listOwn = {
  name: 'list_pullable_repositories',
  text: `
    select ${joinedNames(`
      select r.name from project p
      cross join lateral (
        select name from repository where project_id = p.id and name > $1 and artifact_count > 0 order by name limit $2
      ) r
      where p.public or (($7::int[] is null or p.id = any ($7)) and ($6 or exists (
        select from project_grant g where g.project_id = p.id and g.subject_kind = $3 and g.subject_id = $4
          and g.permissions && $5::text[] and g.repositories is null and g.tags is null)))
      order by r.name limit $2`)} as names`,
}

async function findRepository(db: Queryable, name: RepositoryName): Promise<RepositoryIds | undefined> {
  const [row] = await db.query<Row>(find, [name])
  return row && { id: row.id, projectId: row.project_id }
}

/** @throws {DistributionError} NAME_INVALID for a name without a project */
export function requireProjectOf(name: RepositoryName): string {
  const project = projectOf(name)
  if (project === name) {
    throw new DistributionError('NAME_INVALID', `${name} names no project: use <project>/<repository>`)
  }
  return project
}

/**
 * The repository, made where it is new. The project is the name's first segment and has to exist.
 * @throws {DistributionError} NAME_UNKNOWN, NAME_INVALID
 */
export async function ensureRepository(db: Queryable, name: RepositoryName): Promise<RepositoryIds> {
  const known = await findRepository(db, name)
  if (known) return known
  const project = requireProjectOf(name)
  const [row] = await db.query<Row>(create, [name, project])
  // Nothing created: another request was faster, or there is no such project.
  const created = row ? { id: row.id, projectId: row.project_id } : await findRepository(db, name)
  if (!created) throw new DistributionError('NAME_UNKNOWN', `project ${project} not found`)
  return created
}

export async function listRepositories(db: Queryable, { limit, last = '' }: Page): Promise<string[]> {
  const [row] = await db.query<{ names: string }>(list, [storable(last), limit])
  return splitNames(row?.names ?? '')
}

export async function listPullable(
  db: Queryable,
  { kind, id, permissions, everywhere, within }: Puller,
  { limit, last = '' }: Page,
): Promise<string[]> {
  const [row] = await db.query<{ names: string }>(listOwn, [
    storable(last),
    limit,
    kind,
    id,
    permissions,
    everywhere,
    within,
  ])
  return splitNames(row?.names ?? '')
}
