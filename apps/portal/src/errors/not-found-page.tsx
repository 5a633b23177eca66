import { Button } from 'antd'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../components/use-page-title'
import { StatusScene } from './status-scene'

export function NotFoundPage() {
  const { t } = useTranslation()
  const router = useRouter()
  usePageTitle(t('notFound.title'))
  return (
    <StatusScene title={t('notFound.title')} text={t('notFound.text')}>
      <Button type="primary" onClick={() => void router.navigate({ to: '/projects' })}>
        {t('notFound.home')}
      </Button>
    </StatusScene>
  )
}
