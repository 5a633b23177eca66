import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/api-error'
import { api, inPath } from '../api/client'
import type { ArtifactTarget } from './deletion.queries'

const labelsAt = '/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/labels'

interface LabelEach {
  action: 'add' | 'remove'
  /** Of the label. */
  id: number
  targets: readonly ArtifactTarget[]
}

/** One that has the label already, or has it no more, is as it is to be. */
const asWanted = (error: unknown) => error instanceof ApiError && (error.status === 409 || error.status === 404)

/** Puts a label on some artifacts, or takes it off. Resolves to how many have changed; what follows a failure is left as it was. */
export function useLabelEach(project: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ action, id, targets }: LabelEach) => {
      let changed = 0
      for (const { repository, digest: reference } of targets) {
        const path = { project_name: project, repository_name: inPath(repository), reference }
        try {
          if (action === 'add') await api.POST(labelsAt, { params: { path }, body: { id } })
          else await api.DELETE(`${labelsAt}/{label_id}`, { params: { path: { ...path, label_id: id } } })
          changed += 1
        } catch (error) {
          if (!asWanted(error)) throw error
        }
      }
      return changed
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['repositories', project] }),
  })
}
