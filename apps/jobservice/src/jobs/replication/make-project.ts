import { type Actor, BUILT_IN_ADMIN_ID, isProjectName, UserError } from '@berth/contracts'
import { type Database, makeProject } from '@berth/database'
import { pathInProject, projectOf, type RepositoryName } from '@berth/oci'

/**
 * Makes the project of a repository that is brought here, private, as Harbor does. One that is there stays as it is.
 *
 * @throws {UserError} REPLICATION_NAME where none can be called so
 */
export async function makeProjectOf(
  database: Database,
  { repository, destination }: { readonly repository: string; readonly destination: RepositoryName },
  actor: Actor,
): Promise<void> {
  const project = projectOf(destination)
  if (!isProjectName(project) || pathInProject(destination) === '')
    throw new UserError('REPLICATION_NAME', { repository, destination })
  await database.transaction((transaction) =>
    makeProject(transaction, { name: project, owner: BUILT_IN_ADMIN_ID }, actor),
  )
}
