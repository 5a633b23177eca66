import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selector, Selectors } from './selectors'

/** What is said holds for all repositories together, or for each by itself. */
type Taken = 'all' | 'each'

/** "tags that match “v*” in all repositories". */
export function useSelectorWords(taken: Taken): (selectors: Selectors) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ repositories, tags }: Selectors) => {
      const all = tags.pattern === '**' && !tags.excludes
      return t('selector.in', {
        tags: all
          ? t('selector.allTags')
          : t(tags.excludes ? 'selector.tagsBut' : 'selector.tagsLike', { pattern: tags.pattern }),
        repositories: repositoryWords(t, repositories, taken === 'each'),
      })
    },
    [t, taken],
  )
}

function repositoryWords(t: TFunction, { pattern, excludes }: Selector, isEach: boolean): string {
  if (excludes) return t(isEach ? 'selector.eachRepositoryBut' : 'selector.repositoriesBut', { pattern })
  if (pattern === '**') return t(isEach ? 'selector.eachRepository' : 'selector.allRepositories')
  return t(isEach ? 'selector.eachRepositoryLike' : 'selector.repositoriesLike', { pattern })
}
