import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/client'
import { type Allowlist, allowlistQuery } from './allowlist.queries'

export function useSaveAllowlist() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (allowlist: Allowlist) => api.PUT('/system/CVEAllowlist', { body: allowlist }),
    onSuccess: () => queries.invalidateQueries({ queryKey: allowlistQuery.queryKey }),
  })
}

/** @param own the project has a list of its own, and not the platform's */
export function useSaveProjectAllowlist(project: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ own, allowlist }: { own: boolean; allowlist: Allowlist }) =>
      api.PUT('/projects/{project_name_or_id}', {
        params: { path: { project_name_or_id: project } },
        body: { cve_allowlist: allowlist, metadata: { reuse_sys_cve_allowlist: String(!own) } },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects', 'one', project] }),
  })
}
