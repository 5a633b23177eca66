import { type Actor, BUILT_IN_ADMIN_ID, isProjectName, UserError } from '@berth/contracts'
import { type Database, emit } from '@berth/database'
import { pathInProject, projectOf, type RepositoryName } from '@berth/oci'

/**
 * As the api makes one for the built-in administrator: with that member, and the storage limit of new projects. Each task asks, so what is
 * there is looked for first: an insert that comes to nothing would use up an id.
 */
const make = {
  name: 'make_project_of_replication',
  text: `
    with made as (insert into project (name, owner_id) select $1::text, ${BUILT_IN_ADMIN_ID}
        where not exists (select from project where name = $1::text) on conflict (name) do nothing returning id),
      member as (insert into project_member (project_id, user_id, role_id) select id, ${BUILT_IN_ADMIN_ID}, 1 from made),
      quota as (insert into quota (project_id, hard_bytes)
        select id, coalesce((select (value #>> '{}')::bigint from setting where key = 'storage_per_project'), -1) from made)
    select id from made`,
}

/**
 * Makes the project of a repository that is brought here, private, as Harbor does. One that is there stays as it is.
 *
 * @throws {UserError} REPLICATION_NAME where none can be called so
 */
export async function makeProject(
  database: Database,
  { repository, destination }: { readonly repository: string; readonly destination: RepositoryName },
  actor: Actor,
): Promise<void> {
  const project = projectOf(destination)
  if (!isProjectName(project) || pathInProject(destination) === '')
    throw new UserError('REPLICATION_NAME', { repository, destination })
  await database.transaction(async (transaction) => {
    const [made] = await transaction.query<{ id: number }>(make, [project])
    if (made) await emit(transaction, 'project.created', { project_id: made.id, project, public: false }, actor)
  })
}
