import { useQuery } from '@tanstack/react-query'
import { projectQuery } from '../session/project.queries'
import { useRights } from '../session/rights.queries'

/** Whether the reader may bring back what was deleted or moved. Nobody may in a proxy cache: what it has, its registry says. */
export function useMayRestore(project: string, repository: string | undefined): boolean {
  const { may } = useRights({ project, repository })
  const { data } = useQuery(projectQuery(project))
  return data?.registry_id === 0 && may('repository:push')
}
