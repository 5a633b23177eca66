import type { Pool, QueryResultRow } from 'pg'

export interface UserRow {
  readonly id: number
  readonly username: string
  readonly email: string | null
  readonly sysadmin: boolean
}

export interface ProjectRow {
  readonly id: number
  readonly name: string
  readonly owner_id: number
  readonly public: boolean
}

export interface RepositoryRow {
  readonly id: string
  readonly project_id: number
  readonly name: string
}

let sequence = 0
const unique = (word: string) => `${word}-${process.pid}-${(sequence += 1)}`

async function insert<Row extends QueryResultRow>(pool: Pool, statement: string, values: unknown[]): Promise<Row> {
  const { rows } = await pool.query<Row>(statement, values)
  const row = rows[0]
  if (!row) throw new Error('The statement returned no row.')
  return row
}

/** A user who may sign in once `password_hash` is given. */
export function insertUser(
  pool: Pool,
  fields: { readonly username?: string; readonly passwordHash?: string; readonly sysadmin?: boolean } = {},
): Promise<UserRow> {
  const username = fields.username ?? unique('user')
  return insert(
    pool,
    `insert into "user" (username, email, realname, password_hash, sysadmin) values ($1, $2, $1, $3, $4)
     returning id, username, email, sysadmin`,
    [username, `${username}@example.com`, fields.passwordHash ?? null, fields.sysadmin ?? false],
  )
}

/** A project with its unlimited quota and its owner as project admin; the owner is a new user unless given. */
export async function insertProject(
  pool: Pool,
  fields: { readonly name?: string; readonly ownerId?: number; readonly public?: boolean } = {},
): Promise<ProjectRow> {
  const ownerId = fields.ownerId ?? (await insertUser(pool)).id
  return insert(
    pool,
    `with created as (insert into project (name, owner_id, public) values ($1, $2, $3) returning *),
          member as (insert into project_member (project_id, user_id, role_id) select id, owner_id, 1 from created),
          limits as (insert into quota (project_id) select id from created)
     select id, name, owner_id, public from created`,
    [fields.name ?? unique('project'), ownerId, fields.public ?? false],
  )
}

/** A repository; `name` includes the project's. Its project is a new one unless given. */
export async function insertRepository(
  pool: Pool,
  fields: { readonly project?: ProjectRow; readonly name?: string } = {},
): Promise<RepositoryRow> {
  const project = fields.project ?? (await insertProject(pool))
  return insert(pool, 'insert into repository (project_id, name) values ($1, $2) returning id, project_id, name', [
    project.id,
    fields.name ?? `${project.name}/${unique('repository')}`,
  ])
}
