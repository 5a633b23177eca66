import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { readSelectors } from '../tag-rules/selectors'
import { useSelectorWords } from '../tag-rules/use-selector-words'
import { countOf, isTemplate, keepsUntagged } from './rule'
import type { RetentionRule } from './retention.queries'

/** A rule as a sentence. */
export function useRuleWords(): (rule: RetentionRule) => string {
  const { t } = useTranslation()
  const words = useSelectorWords('each')
  return useCallback(
    (rule: RetentionRule) => {
      const about = words(readSelectors(rule))
      const count = countOf(rule)
      const kept = isTemplate(rule.template)
        ? t(`retention.keeps.${rule.template}`, { count, about })
        : t('retention.keeps.other', { about, template: rule.template })
      return keepsUntagged(rule) ? t('retention.andUntagged', { kept }) : kept
    },
    [t, words],
  )
}
