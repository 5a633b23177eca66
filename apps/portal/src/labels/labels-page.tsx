import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../components/use-page-title'
import { useListSearch } from '../lists/use-list-search'
import { LabelList } from './label-list'

const route = getRouteApi('/shell/labels')

/** Labels for every project. */
export function LabelsPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  usePageTitle(t('nav.labels'))
  return <LabelList owner="system" search={search} onSearch={change} title={t('nav.labels')} />
}
