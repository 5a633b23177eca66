import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { ErrorPanel } from '../errors/error-panel'
import { SecondFactorCard } from './second-factor-card'
import { secondFactorQuery, sessionsQuery } from './security.queries'
import { SessionList } from './session-list'
import styles from './security-page.module.css'

export function SecurityPage() {
  const factor = useQuery(secondFactorQuery)
  const sessions = useQuery(sessionsQuery)
  return (
    <div className={styles.security}>
      {factor.data !== undefined ? (
        <SecondFactorCard factor={factor.data} />
      ) : factor.error === null ? (
        <Skeleton active />
      ) : (
        <ErrorPanel error={factor.error} onRetry={factor.refetch} />
      )}
      {sessions.error !== null && sessions.data === undefined ? (
        <ErrorPanel error={sessions.error} onRetry={sessions.refetch} />
      ) : (
        <SessionList sessions={sessions.data} />
      )}
    </div>
  )
}
