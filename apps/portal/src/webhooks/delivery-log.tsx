import { useQuery } from '@tanstack/react-query'
import { Drawer, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '../errors/error-panel'
import { deliveryLogQuery } from './webhooks.queries'
import styles from './delivery-log.module.css'

interface DeliveryLogProps {
  project: string
  webhook: number
  id: number | undefined
  onClose: () => void
}

/** What came of each attempt. */
export function DeliveryLog({ project, webhook, id, onClose }: DeliveryLogProps) {
  const { t } = useTranslation()
  return (
    <Drawer
      title={id === undefined ? '' : t('webhook.logOf', { id })}
      open={id !== undefined}
      onClose={onClose}
      size={720}
      destroyOnHidden
    >
      {id === undefined ? null : <Lines project={project} webhook={webhook} id={id} />}
    </Drawer>
  )
}

function Lines({ project, webhook, id }: { project: string; webhook: number; id: number }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(deliveryLogQuery(project, webhook, id))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />
  return (
    <pre className={styles.lines} tabIndex={0}>
      {data === '' ? t('webhook.notTried') : data}
    </pre>
  )
}
