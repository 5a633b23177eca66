import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../components/use-page-title'
import { StatusScene } from './status-scene'
import { ToProjects } from './to-projects'

export function NotFoundPage() {
  const { t } = useTranslation()
  usePageTitle(t('notFound.title'))
  return (
    <StatusScene title={t('notFound.title')} text={t('notFound.text')}>
      <ToProjects />
    </StatusScene>
  )
}
