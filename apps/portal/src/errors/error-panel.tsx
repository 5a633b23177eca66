import { Alert, Button, Space } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { describeError } from './describe-error'

interface ErrorPanelProps {
  error: unknown
  onRetry?: () => unknown
  /** Replaces the general advice where a page knows better. */
  next?: ReactNode
}

/** What failed, what to do next, and what to tell an administrator. */
export function ErrorPanel({ error, onRetry, next }: ErrorPanelProps) {
  const { t } = useTranslation()
  const described = describeError(t, error)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={described.message}
      description={
        <Space orientation="vertical" size={6}>
          <span>{next ?? described.next}</span>
          <ErrorReference code={described.code} requestId={described.requestId} />
        </Space>
      }
      action={onRetry === undefined ? undefined : <Button onClick={() => void onRetry()}>{t('actions.retry')}</Button>}
    />
  )
}

export function ErrorReference({ code, requestId }: { code: string; requestId: string | undefined }) {
  const { t } = useTranslation()
  return (
    <span className="error-reference">
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
