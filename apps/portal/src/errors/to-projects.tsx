import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** The way on from a page where there is nothing to see. */
export function ToProjects() {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Button type="primary" onClick={() => void router.navigate({ to: '/projects' })}>
      {t('notFound.home')}
    </Button>
  )
}
