import type { Actor } from '@berth/contracts'
import { emit } from './emit.js'
import type { Queryable } from './transaction.js'

export interface NewProject {
  readonly name: string
  /** A user, who becomes its project admin. */
  readonly owner: number
  readonly isPublic?: boolean
  readonly metadata?: Readonly<Record<string, string>>
  readonly cveAllowlist?: {
    readonly items: readonly { readonly cve_id: string }[]
    readonly expires_at?: number | undefined
  }
  /** What it may hold, -1: no limit. Unless told, what new projects may. */
  readonly hardBytes?: number
}

const PROJECT_ADMIN = 1

/** What is there is looked for first: an insert that comes to nothing would use up an id. */
const make = {
  name: 'make_project',
  text: `
    with made as (insert into project (name, owner_id, public, metadata, cve_allowlist)
        select $1::text, $2::integer, $3::boolean, $4::jsonb, $5::jsonb
        where not exists (select from project where name = $1::text) on conflict (name) do nothing returning id),
      member as (insert into project_member (project_id, user_id, role_id) select id, $2::integer, ${PROJECT_ADMIN} from made),
      quota as (insert into quota (project_id, hard_bytes)
        select id, coalesce($6::bigint, (select (value #>> '{}')::bigint from setting where key = 'storage_per_project'), -1) from made)
    select id from made`,
}

/**
 * Makes a project, with its first member and the limit of its storage, and writes that down.
 *
 * @returns its id; undefined where one is called so, which stays as it is
 */
export async function makeProject(
  transaction: Pick<Queryable, 'query'>,
  { name, owner, isPublic = false, metadata = {}, cveAllowlist = { items: [] }, hardBytes }: NewProject,
  actor: Actor,
): Promise<number | undefined> {
  const values = [name, owner, isPublic, JSON.stringify(metadata), JSON.stringify(cveAllowlist), hardBytes]
  const [made] = await transaction.query<{ id: number }>(make, values)
  if (!made) return undefined
  await emit(transaction, 'project.created', { project_id: made.id, project: name, public: isPublic }, actor)
  return made.id
}
