import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Panel } from '../components/panel'
import { ErrorPanel } from '../errors/error-panel'
import styles from './system-status.module.css'
import { componentsQuery } from './system-status.queries'

/** How each part of the platform is, and why one does not work. */
export function Components() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(componentsQuery)
  return (
    <Panel title={t('systemStatus.components')}>
      {data === undefined ? (
        error === null ? (
          <Skeleton active />
        ) : (
          <ErrorPanel error={error} onRetry={refetch} />
        )
      ) : null}
      <ul className={styles.components}>
        {data?.components.map(({ name, status, error: reason }) => (
          <li key={name} data-status={status}>
            {status === 'healthy' ? <CheckCircleFilled aria-hidden /> : <WarningFilled aria-hidden />}
            <span>
              <strong>{name}</strong> {status === 'healthy' ? t('systemStatus.healthy') : t('systemStatus.unhealthy')}
              {reason === undefined ? null : <span className="muted"> {reason}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
