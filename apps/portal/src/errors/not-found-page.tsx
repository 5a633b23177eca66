import { Button } from 'antd'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StatusScene } from './status-scene'

export function NotFoundPage() {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <StatusScene title={t('notFound.title')} text={t('notFound.text')}>
      <Button type="primary" onClick={() => void router.navigate({ to: '/projects' })}>
        {t('notFound.home')}
      </Button>
    </StatusScene>
  )
}
