import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '../errors/error-panel'
import { accountQuery } from './account.queries'
import { SecondFactorCard } from './second-factor-card'
import { secondFactorQuery, sessionsQuery } from './security.queries'
import { SessionList } from './session-list'
import { SignInElsewhere } from './sign-in-elsewhere'
import styles from './security-page.module.css'

export function SecurityPage() {
  const { t } = useTranslation()
  const factor = useQuery(secondFactorQuery)
  const sessions = useQuery(sessionsQuery)
  const { data: account, isPending } = useQuery(accountQuery)
  // A second factor goes with a password that is asked for here, be it one of the directory.
  const isElsewhere = account?.hasPassword === false && account.sources.join() === 'oidc'
  return (
    <div className={styles.security}>
      {isElsewhere ? (
        <SignInElsewhere title={t('factor.title')} source="oidc" />
      ) : factor.data !== undefined && !isPending ? (
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
