import { useQuery } from '@tanstack/react-query'
import { Button, Divider } from 'antd'
import { useTranslation } from 'react-i18next'
import { providerSignIn } from '../api/client'
import { systemInfoQuery } from '../session/session.queries'

/** The way to the OpenID provider, above the form for those with a password; nothing where there is no provider. */
export function ProviderSignIn({ from }: { from: string }) {
  const { t } = useTranslation()
  const name = useQuery(systemInfoQuery).data?.oidc_provider_name
  if (!name) return null
  return (
    <>
      <Button type="primary" size="large" block href={providerSignIn(from)}>
        {t('signIn.byProvider', { name })}
      </Button>
      <Divider plain>{t('signIn.orPassword')}</Divider>
    </>
  )
}
