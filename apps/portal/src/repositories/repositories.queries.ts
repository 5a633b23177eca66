import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { unlessLive } from '../api/live'
import { api, inPath, page, type Row } from '../api/client'
import { contains, listQuery, type ListSearch } from '../lists/list-state'
import { deleteEach } from './delete-each'
import type { TagSearch } from './repositories.search'

export const defaultRepositorySort = '-update_time'
export const defaultTagSort = '-push_time'

/** How often lists that a push changes are asked for again while they are on the screen. */
const watchEvery = 10_000
/** An empty project waits for its first push: the page should notice it at once. */
const watchEmptyEvery = 4_000

export const repositoriesQuery = (project: string, search: ListSearch) =>
  queryOptions({
    queryKey: ['repositories', project, 'list', search],
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => unlessLive(state.data?.total === 0 ? watchEmptyEvery : watchEvery),
    queryFn: () =>
      page(
        api.GET('/projects/{project_name}/repositories', {
          params: {
            path: { project_name: project },
            query: { ...listQuery(search, defaultRepositorySort), ...contains('name', search.q) },
          },
        }),
      ),
  })

export type Repository = Row<typeof repositoriesQuery>

const conditions = ({ q, label }: TagSearch): { q?: string } => {
  const all = [contains('name', q).q, label === undefined ? undefined : `labels=${label}`]
  const asked = all.filter((one) => one !== undefined).join(',')
  return asked === '' ? {} : { q: asked }
}

export const tagsQuery = (project: string, repository: string, search: TagSearch) =>
  queryOptions({
    queryKey: ['repositories', project, 'tags', repository, search],
    placeholderData: keepPreviousData,
    refetchInterval: () => unlessLive(watchEvery),
    queryFn: () =>
      page(
        api.GET('/projects/{project_name}/repositories/{repository_name}/tags', {
          params: {
            path: { project_name: project, repository_name: inPath(repository) },
            query: { ...listQuery(search, defaultTagSort), ...conditions(search) },
          },
        }),
      ),
  })

export type RepositoryTag = Row<typeof tagsQuery>

/** The tag of exactly this name; null where there is none. */
export const tagQuery = (project: string, repository: string, name: string) =>
  queryOptions({
    queryKey: ['repositories', project, 'tag', repository, name],
    queryFn: async () => {
      const { items } = await page(
        api.GET('/projects/{project_name}/repositories/{repository_name}/tags', {
          params: {
            path: { project_name: project, repository_name: inPath(repository) },
            query: { page: 1, page_size: 1, q: `name=${name}` },
          },
        }),
      )
      return items[0] ?? null
    },
  })

/** What no tag names, and nothing that a tag names: an image whose tag has moved on. */
export const untaggedQuery = (project: string, repository: string, search: ListSearch) =>
  queryOptions({
    queryKey: ['repositories', project, 'untagged', repository, search],
    placeholderData: keepPreviousData,
    refetchInterval: () => unlessLive(watchEvery),
    queryFn: () =>
      page(
        api.GET('/projects/{project_name}/repositories/{repository_name}/artifacts', {
          params: {
            path: { project_name: project, repository_name: inPath(repository) },
            query: { ...listQuery(search, defaultTagSort), q: 'tags=nil', with_tag: 'false' },
          },
        }),
      ),
  })

/** A row of the artifacts of a repository, or of a project. */
export type ListedArtifact = Row<typeof untaggedQuery>

export function useDeleteTags(project: string, repository: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (names: readonly string[]) =>
      deleteEach(
        names.map((reference) => ({ repository, reference })),
        ({ reference: tag }) =>
          api.DELETE('/projects/{project_name}/repositories/{repository_name}/tags/{tag_name}', {
            params: { path: { project_name: project, repository_name: inPath(repository), tag_name: tag } },
          }),
      ),
    // Also where all were refused: then the list was out of date.
    onSettled: () => queries.invalidateQueries({ queryKey: ['repositories', project] }),
  })
}

export function useDeleteRepository(project: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (repository: string) =>
      api.DELETE('/projects/{project_name}/repositories/{repository_name}', {
        params: { path: { project_name: project, repository_name: inPath(repository) } },
      }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['repositories', project] }),
        queries.invalidateQueries({ queryKey: ['projects'] }),
      ]),
  })
}
