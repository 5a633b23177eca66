import { useTranslation } from 'react-i18next'
import type { FoundItem } from './found'

/** How an artifact was found, in words. */
export function useMatchedWords(): Record<NonNullable<FoundItem['matched']>, string> {
  const { t } = useTranslation()
  return {
    digest: t('palette.by.digest'),
    label: t('palette.by.label'),
    annotation: t('palette.by.annotation'),
  }
}
