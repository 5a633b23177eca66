import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selectors } from './selectors'

/** "tags that match “v*”, in all repositories". */
export function useSelectorWords(): (selectors: Selectors) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ repositories, tags }: Selectors) => {
      const all = tags.pattern === '**' && !tags.excludes
      const everywhere = repositories.pattern === '**' && !repositories.excludes
      return t('selector.in', {
        tags: all
          ? t('selector.allTags')
          : t(tags.excludes ? 'selector.tagsBut' : 'selector.tagsLike', { pattern: tags.pattern }),
        repositories: everywhere
          ? t('selector.allRepositories')
          : t(repositories.excludes ? 'selector.repositoriesBut' : 'selector.repositoriesLike', {
              pattern: repositories.pattern,
            }),
      })
    },
    [t],
  )
}
