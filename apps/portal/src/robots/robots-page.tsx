import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../components/use-page-title'
import { useListSearch } from '../lists/use-list-search'
import { RobotList } from './robot-list'

const route = getRouteApi('/shell/robots')

/** Robots of the system. */
export function RobotsPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  usePageTitle(t('robot.list'))
  return <RobotList owner="system" search={search} onSearch={change} title={t('robot.list')} />
}
