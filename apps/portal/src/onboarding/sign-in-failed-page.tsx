import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { providerSignIn } from '../api/client'
import { usePageTitle } from '../components/use-page-title'
import { ErrorPanel } from '../errors/error-panel'
import { Entrance } from '../account/entrance'
import entrance from '../account/entrance.module.css'
import { signInFailureQuery } from './onboarding.queries'

/** Why the provider's sign-in came to nothing, and what can be done. */
export function SignInFailedPage() {
  const { t } = useTranslation()
  const { data: failure } = useQuery(signInFailureQuery)
  usePageTitle(t('signInFailed.title'))
  return (
    <Entrance title={t('signInFailed.title')} lead={t('signInFailed.lead')}>
      {failure === undefined ? (
        <Skeleton active />
      ) : (
        <div className="form-problem">
          <ErrorPanel error={failure} />
        </div>
      )}
      <Button type="primary" size="large" block href={providerSignIn('/')}>
        {t('signInFailed.again')}
      </Button>
      <p className={entrance.other}>
        <Link to="/sign-in" search={{ stay: true }}>
          {t('signInFailed.password')}
        </Link>
      </p>
    </Entrance>
  )
}
