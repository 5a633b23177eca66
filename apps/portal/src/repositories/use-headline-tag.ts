import { useQuery } from '@tanstack/react-query'
import { accessoryTag } from './accessory-tag'
import { type RepositoryTag, tagQuery, tagsQuery } from './repositories.queries'

/**
 * The tag whose pull command heads the repository, whatever page, order or search the list shows: `latest`, else the
 * one pushed last, but not a signature.
 */
export function useHeadlineTag(project: string, repository: string): RepositoryTag | undefined {
  const { data } = useQuery(tagsQuery(project, repository, {}))
  const here = data?.items.find(({ name }) => name === 'latest')
  const mayBeElsewhere = data !== undefined && here === undefined && data.total > data.items.length
  const { data: elsewhere, isLoading } = useQuery({
    ...tagQuery(project, repository, 'latest'),
    enabled: mayBeElsewhere,
  })
  if (isLoading) return undefined
  const newest = data?.items.find(({ name }) => accessoryTag(name) === undefined) ?? data?.items[0]
  return here ?? elsewhere ?? newest
}
