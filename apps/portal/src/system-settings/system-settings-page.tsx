import { useTranslation } from 'react-i18next'
import { SettingsPage } from './settings-page'

/** Groups of this page; the others have pages of their own. */
const groups = ['access', 'system', 'projects', 'robots', 'uaa', 'http-auth-proxy'] as const

export function SystemSettingsPage() {
  const { t } = useTranslation()
  return (
    <SettingsPage
      title={t('nav.systemSettings')}
      lead={t('systemSettings.lead')}
      groups={groups.map((key) => ({ key, title: t(`systemSettings.groups.${key}`) }))}
    />
  )
}
