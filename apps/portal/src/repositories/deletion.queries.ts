import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/api-error'
import { api, body, inPath } from '../api/client'
import { isNotFound } from '../errors/is-not-found'

/** An artifact among those of a project. */
export interface ArtifactTarget {
  repository: string
  digest: string
  /** Digests of what an index lists: these cannot go before it. */
  parts?: readonly string[]
  tags?: readonly string[]
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
  /** Parts of indexes that go: each can go once these have. */
  after: ArtifactTarget[]
  /** Those whose deletion would be refused, and why. */
  kept: { target: ArtifactTarget; reason: unknown }[]
}

const lists = (index: ArtifactTarget, { repository, digest }: ArtifactTarget) =>
  index.repository === repository && index.parts?.includes(digest) === true

/** Lets parts go after the indexes that list them, where all of these that are to go do go. */
function followIndexes({ going, after, kept }: Prospects): Prospects {
  const gone = [...going.map(({ target }) => target), ...after]
  const follows = ({ target, reason }: Prospects['kept'][number]) =>
    reason instanceof ApiError &&
    reason.reason === 'ARTIFACT_REFERENCED' &&
    gone.some((index) => lists(index, target)) &&
    !kept.some((other) => lists(other.target, target))
  const found = kept.filter(follows)
  if (found.length === 0) return { going, after, kept }
  return followIndexes({
    going,
    after: [...after, ...found.map(({ target }) => target)],
    kept: kept.filter((one) => !found.includes(one)),
  })
}

/** What deleting some artifacts would come to. One after the other: there may be a page of them. */
export async function previewDeletions(project: string, targets: readonly ArtifactTarget[]): Promise<Prospects> {
  const prospects: Prospects = { going: [], after: [], kept: [] }
  for (const target of targets)
    try {
      prospects.going.push({ target, preview: await previewOf(project, target) })
    } catch (reason) {
      prospects.kept.push({ target, reason })
    }
  return followIndexes(prospects)
}

export interface Refusal {
  target: ArtifactTarget
  reason: unknown
}

/**
 * Deletes artifacts as far as rules and rights let it, and resolves to which others stay, and why.
 * @param onGone before what is shown of the project is asked for anew
 */
export function useDeleteArtifacts(project: string, onGone?: () => Promise<void>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (targets: readonly ArtifactTarget[]) => {
      const refusals: Refusal[] = []
      for (const target of targets)
        await api.DELETE(artifactAt, { params: pathOf(project, target) }).catch((reason: unknown) => {
          // A signature goes with its image: that it has gone already is as it is to be.
          if (!isNotFound(reason)) refusals.push({ target, reason })
        })
      if (refusals.length === targets.length) throw refusals[0]?.reason
      return refusals
    },
    onSuccess: () => onGone?.(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['repositories', project] }),
  })
}
