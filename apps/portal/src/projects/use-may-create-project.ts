import { useQuery } from '@tanstack/react-query'
import { useRights } from '../session/rights.queries'
import { systemInfoQuery, useSignedInUser } from '../session/session.queries'

/** Whether the reader may make projects: by a right, or because everybody may. */
export function useMayCreateProject(): boolean {
  const { may } = useRights('system')
  const isSomebody = useSignedInUser().username !== ''
  const { data: system } = useQuery(systemInfoQuery)
  return may('project:create') || (isSomebody && system?.project_creation_restriction !== 'adminonly')
}
