import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/api-error'
import { api, body, inPath } from '../api/client'
import { isNotFound } from '../errors/is-not-found'
import { deleteEach } from './delete-each'

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

/**
 * Deletes artifacts as far as rules and rights let it.
 * @param onGone before what is shown of the project is asked for anew
 */
export function useDeleteArtifacts(project: string, onGone?: () => Promise<void>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (targets: readonly ArtifactTarget[]) =>
      deleteEach(
        targets.map(({ repository, digest }) => ({ repository, reference: digest })),
        ({ repository, reference: digest }) =>
          api
            .DELETE(artifactAt, { params: pathOf(project, { repository, digest }) })
            // A signature goes with its image: that it has gone already is as it is to be.
            .catch((reason: unknown) => {
              if (!isNotFound(reason)) throw reason
            }),
      ),
    onSuccess: () => onGone?.(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['repositories', project] }),
  })
}
