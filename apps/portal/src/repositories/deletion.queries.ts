import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, inPath } from '../api/client'

/** An artifact among those of a project. */
export interface ArtifactTarget {
  repository: string
  digest: string
}

const artifactAt = '/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}'
const pathOf = (project: string, { repository, digest }: ArtifactTarget) => ({
  path: { project_name: project, repository_name: inPath(repository), reference: digest },
})

const previewOf = (project: string, target: ArtifactTarget) =>
  body(api.GET(`${artifactAt}/deletion`, { params: pathOf(project, target) }))

export type DeletionPreview = Awaited<ReturnType<typeof previewOf>>
export interface Prospects {
  /** What deleting each would take. */
  going: { target: ArtifactTarget; preview: DeletionPreview }[]
  /** Those whose deletion would be refused, and why. */
  kept: { target: ArtifactTarget; reason: unknown }[]
}

/** What deleting some artifacts would come to. One after the other: there may be a page of them. */
export async function previewDeletions(project: string, targets: readonly ArtifactTarget[]): Promise<Prospects> {
  const prospects: Prospects = { going: [], kept: [] }
  for (const target of targets)
    try {
      prospects.going.push({ target, preview: await previewOf(project, target) })
    } catch (reason) {
      prospects.kept.push({ target, reason })
    }
  return prospects
}

/**
 * Deletes artifacts as far as rules and rights let it, and resolves to why others stay.
 * @param onGone before what is shown of the project is asked for anew
 */
export function useDeleteArtifacts(project: string, onGone?: () => Promise<void>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (targets: readonly ArtifactTarget[]) => {
      const refusals: unknown[] = []
      for (const target of targets)
        await api
          .DELETE(artifactAt, { params: pathOf(project, target) })
          .catch((refusal: unknown) => void refusals.push(refusal))
      if (refusals.length === targets.length) throw refusals[0]
      return refusals
    },
    onSuccess: () => onGone?.(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['repositories', project] }),
  })
}
