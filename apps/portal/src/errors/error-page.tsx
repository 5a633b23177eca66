import { Button } from 'antd'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CodeAwayError, reloadIfServed } from '../api/missing-code'
import { describeError } from './describe-error'
import { ErrorReference } from './error-panel'
import { isNotFound } from './is-not-found'
import { NotFoundPage } from './not-found-page'
import { StatusScene } from './status-scene'

/** The last net: whatever a page threw, in the reader's language and with a way on. */
export function ErrorPage(props: ErrorComponentProps) {
  return isNotFound(props.error) ? <NotFoundPage error={props.error} /> : <Failure {...props} />
}

function Failure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const { message, next, code, requestId } = describeError(t, error)
  const retry = () => {
    if (error instanceof CodeAwayError) return void reloadIfServed()
    reset()
    void router.invalidate()
  }
  return (
    <StatusScene title={message} text={next}>
      <Button type="primary" onClick={retry}>
        {t('actions.retry')}
      </Button>
      <ErrorReference code={code} requestId={requestId} />
    </StatusScene>
  )
}
