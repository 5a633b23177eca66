import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { feedback } from '../components/feedback'
import { describeError, type ErrorDescription } from './describe-error'
import { ErrorReference } from './error-panel'

async function show({ message, next, code, requestId }: ErrorDescription): Promise<void> {
  const { notification } = await feedback()
  notification.error({
    title: message,
    description: (
      <>
        {next === undefined ? null : <p className="notice-next">{next}</p>}
        <ErrorReference code={code} requestId={requestId} />
      </>
    ),
    duration: 8,
  })
}

/** Tells of a failed action without leaving the page. */
export function useErrorNotice(): (error: unknown) => void {
  const { t } = useTranslation()
  return useCallback((error: unknown) => void show(describeError(t, error)), [t])
}
