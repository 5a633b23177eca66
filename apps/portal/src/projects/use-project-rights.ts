import { useQuery } from '@tanstack/react-query'
import { useSignedInUser } from '../account/session.queries'
import { projectPermissionsQuery } from './projects.queries'

/** Whether the signed-in user may do something in a project; false until it is known. The server decides in the end. */
export function useProjectRights(projectId: number | undefined): (resource: string, action: string) => boolean {
  const { sysadmin } = useSignedInUser()
  const { data } = useQuery(projectPermissionsQuery(projectId ?? 0))
  return (resource, action) => sysadmin || data?.includes(`${resource}:${action}`) === true
}
