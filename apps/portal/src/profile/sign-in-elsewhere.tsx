import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '../components/panel'
import { systemInfoQuery } from '../session/session.queries'

interface SignInElsewhereProps {
  title: string
  source: 'ldap' | 'oidc'
}

/** In place of what cannot be changed here: where it can. */
export function SignInElsewhere({ title, source }: SignInElsewhereProps) {
  const { t } = useTranslation()
  const name = useQuery(systemInfoQuery).data?.oidc_provider_name || 'OpenID'
  return (
    <Panel title={title}>
      <p className="hint">{source === 'oidc' ? t('elsewhere.provider', { name }) : t('elsewhere.directory')}</p>
    </Panel>
  )
}
