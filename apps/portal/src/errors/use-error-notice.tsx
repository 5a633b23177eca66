import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { describeError } from './describe-error'
import { ErrorReference } from './error-panel'

/** Tells of a failed action without leaving the page. */
export function useErrorNotice(): (error: unknown) => void {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  return useCallback(
    (error: unknown) => {
      const { message, next, code, requestId } = describeError(t, error)
      notification.error({
        title: message,
        description: (
          <>
            <p className="notice-next">{next}</p>
            <ErrorReference code={code} requestId={requestId} />
          </>
        ),
        duration: 8,
      })
    },
    [t, notification],
  )
}
