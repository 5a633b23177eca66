import { WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { describeError, isWorthRetrying } from './describe-error'
import styles from './error-panel.module.css'

interface ErrorPanelProps {
  error: unknown
  onRetry?: () => unknown
  /** Leads on where trying again changes nothing. */
  wayOut?: ReactNode
  /** Replaces the general advice where a page knows better. */
  next?: ReactNode
}

/** What failed, what to do next, and what to tell an administrator. */
export function ErrorPanel({ error, onRetry, wayOut, next }: ErrorPanelProps) {
  const { t } = useTranslation()
  const described = describeError(t, error)
  const advice = next ?? described.next
  return (
    <div role="alert" className={styles.panel}>
      <WarningFilled aria-hidden />
      <div className={styles.text}>
        <strong>{described.message}</strong>
        {advice === undefined ? null : <span>{advice}</span>}
        <ErrorReference code={described.code} requestId={described.requestId} />
      </div>
      {onRetry === undefined || !isWorthRetrying(error) ? (
        wayOut
      ) : (
        <Button onClick={() => void onRetry()}>{t('actions.retry')}</Button>
      )}
    </div>
  )
}

export function ErrorReference({ code, requestId }: { code: string; requestId: string | undefined }) {
  const { t } = useTranslation()
  return (
    <span className={styles.reference}>
      {t('errors.code')} <code>{code}</code>
      {requestId === undefined ? null : (
        <>
          {' · '}
          {t('errors.requestId')} <code>{requestId}</code>
        </>
      )}
    </span>
  )
}
