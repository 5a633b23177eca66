import { queryOptions } from '@tanstack/react-query'
import { ApiError } from '../api/api-error'
import { type Answer, api, body, inPath } from '../api/client'

/** An artifact by the names of its place, and a digest or tag. */
export interface ArtifactPlace {
  project: string
  repository: string
  reference: string
}

const pathOf = ({ project, repository, reference }: ArtifactPlace) => ({
  path: { project_name: project, repository_name: inPath(repository), reference },
})
const artifactAt = '/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}'
const keyOf = (what: string, { project, repository, reference }: ArtifactPlace) => [
  'repositories',
  project,
  what,
  repository,
  reference,
]

/** Of what is in an artifact: what a digest names never changes. */
const contentQuery = <Found>(what: string, place: ArtifactPlace, read: () => Promise<Found>) =>
  queryOptions({
    queryKey: keyOf(what, place),
    staleTime: place.reference.includes(':') ? Number.POSITIVE_INFINITY : 0,
    queryFn: read,
  })

export const artifactQuery = (place: ArtifactPlace) =>
  queryOptions({
    queryKey: keyOf('artifact', place),
    queryFn: () =>
      body(
        api.GET(artifactAt, {
          params: { ...pathOf(place), query: { with_tag: 'true', with_label: 'true', with_accessory: 'false' } },
        }),
      ),
  })

export type Artifact = Answer<typeof artifactQuery>

export const layersQuery = (place: ArtifactPlace) =>
  contentQuery('layers', place, () => body(api.GET(`${artifactAt}/layers`, { params: pathOf(place) })))

export type Layer = Answer<typeof layersQuery>[number]

export const manifestQuery = (place: ArtifactPlace) =>
  contentQuery('manifest', place, () =>
    body(api.GET(`${artifactAt}/manifest`, { params: pathOf(place), parseAs: 'text' })),
  )

export const referrersQuery = (place: ArtifactPlace) =>
  queryOptions({
    queryKey: keyOf('referrers', place),
    queryFn: () => body(api.GET(`${artifactAt}/referrers`, { params: pathOf(place) })),
  })

export type Referrer = Answer<typeof referrersQuery>[number]

export const filesQuery = (place: ArtifactPlace) =>
  contentQuery('files', place, () => body(api.GET(`${artifactAt}/additions/files`, { params: pathOf(place) })))

export const dependenciesQuery = (place: ArtifactPlace) =>
  contentQuery('dependencies', place, () =>
    body(api.GET(`${artifactAt}/additions/dependencies`, { params: pathOf(place) })),
  )

export type Dependency = Answer<typeof dependenciesQuery>[number]

const asText = (place: ArtifactPlace) => ({ params: pathOf(place), parseAs: 'text' }) as const
const readers = {
  'readme.md': (options: TextOptions) => api.GET(`${artifactAt}/additions/readme.md`, options),
  'values.yaml': (options: TextOptions) => api.GET(`${artifactAt}/additions/values.yaml`, options),
  license: (options: TextOptions) => api.GET(`${artifactAt}/additions/license`, options),
}
type ArtifactText = keyof typeof readers
type TextOptions = ReturnType<typeof asText>

/** A text that an artifact may hold; null where it does not, or the text is too large to be shown. */
export const textQuery = (place: ArtifactPlace, name: ArtifactText) =>
  contentQuery(name, place, async () => {
    const options = asText(place)
    try {
      return await body(readers[name](options))
    } catch (error) {
      if (error instanceof ApiError && (error.status === 404 || error.status === 413)) return null
      throw error
    }
  })
