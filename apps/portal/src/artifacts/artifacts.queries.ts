import { queryOptions } from '@tanstack/react-query'
import { ApiError } from '../api/api-error'
import { api, body, inPath } from '../api/client'

/** An artifact by the names of its place, and a digest or tag. */
export interface ArtifactPlace {
  project: string
  repository: string
  reference: string
}

const pathOf = ({ project, repository, reference }: ArtifactPlace) => ({
  path: { project_name: project, repository_name: inPath(repository), reference },
})
const keyOf = (what: string, { project, repository, reference }: ArtifactPlace) => [
  'repositories',
  project,
  what,
  repository,
  reference,
]
/** What a digest names never changes. */
const staleTime = (reference: string) => (reference.includes(':') ? Number.POSITIVE_INFINITY : 0)

export const artifactQuery = (place: ArtifactPlace) =>
  queryOptions({
    queryKey: keyOf('artifact', place),
    queryFn: () =>
      body(
        api.GET('/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}', {
          params: { ...pathOf(place), query: { with_tag: 'true', with_accessory: 'false' } },
        }),
      ),
  })

type Answer<Query extends (...parameters: never[]) => { queryFn?: unknown }> = ReturnType<Query>['queryFn'] extends
  | ((...parameters: never[]) => infer Found)
  | undefined
  ? Awaited<Found>
  : never

export type Artifact = Answer<typeof artifactQuery>

export const layersQuery = (place: ArtifactPlace) =>
  queryOptions({
    queryKey: keyOf('layers', place),
    staleTime: staleTime(place.reference),
    queryFn: () =>
      body(
        api.GET('/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/layers', {
          params: pathOf(place),
        }),
      ),
  })

export type Layer = Answer<typeof layersQuery>[number]

export const manifestQuery = (place: ArtifactPlace) =>
  queryOptions({
    queryKey: keyOf('manifest', place),
    staleTime: staleTime(place.reference),
    queryFn: () =>
      body(
        api.GET('/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/manifest', {
          params: pathOf(place),
          parseAs: 'text',
        }),
      ),
  })

export const referrersQuery = (place: ArtifactPlace) =>
  queryOptions({
    queryKey: keyOf('referrers', place),
    queryFn: () =>
      body(
        api.GET('/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/referrers', {
          params: pathOf(place),
        }),
      ),
  })

export type Referrer = Answer<typeof referrersQuery>[number]

export const filesQuery = (place: ArtifactPlace) =>
  queryOptions({
    queryKey: keyOf('files', place),
    staleTime: staleTime(place.reference),
    queryFn: () =>
      body(
        api.GET('/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/files', {
          params: pathOf(place),
        }),
      ),
  })

export const dependenciesQuery = (place: ArtifactPlace) =>
  queryOptions({
    queryKey: keyOf('dependencies', place),
    staleTime: staleTime(place.reference),
    queryFn: () =>
      body(
        api.GET(
          '/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/dependencies',
          { params: pathOf(place) },
        ),
      ),
  })

/** A text that an artifact may hold; null where it does not. */
export const textQuery = (place: ArtifactPlace, name: 'readme.md' | 'values.yaml') =>
  queryOptions({
    queryKey: [...keyOf('text', place), name],
    staleTime: staleTime(place.reference),
    queryFn: async () => {
      const options = { params: pathOf(place), parseAs: 'text' } as const
      const base = '/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions'
      try {
        return await body(
          name === 'readme.md' ? api.GET(`${base}/readme.md`, options) : api.GET(`${base}/values.yaml`, options),
        )
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null
        throw error
      }
    },
  })
