import { useTranslation } from 'react-i18next'
import type { SettingsGroup } from '../system-settings/settings-form'
import { SettingsPage } from '../system-settings/settings-page'
import { TestDirectory } from './test-directory'
import { TestProvider } from './test-provider'

export function AuthenticationPage() {
  const { t } = useTranslation()
  const groups: SettingsGroup[] = [
    {
      key: 'ldap',
      title: t('authentication.ldap'),
      lead: t('authentication.ldapText'),
      foot: (values) => <TestDirectory values={values} />,
    },
    {
      key: 'oidc',
      title: t('authentication.oidc'),
      lead: t('authentication.oidcText'),
      foot: (values) => <TestProvider values={values} />,
    },
  ]
  return <SettingsPage title={t('nav.authentication')} lead={t('authentication.lead')} groups={groups} />
}
