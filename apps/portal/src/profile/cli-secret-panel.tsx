import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onDemand } from '../components/on-demand'
import { Panel } from '../components/panel'
import styles from './security-page.module.css'

const CliSecretDrawer = onDemand(async () => (await import('./cli-secret-drawer')).CliSecretDrawer)

/** The one secret for command lines that users of an OpenID provider have. */
export function CliSecretPanel({ exists }: { exists: boolean }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const title = exists ? t('cliSecret.replace') : t('cliSecret.create')
  return (
    <Panel title={t('cliSecret.title')} actions={<Button onClick={() => setOpen(true)}>{title}</Button>}>
      <p className={styles.lead}>{t('cliSecret.text')}</p>
      <CliSecretDrawer open={open} onClose={() => setOpen(false)} title={title} replaces={exists} />
    </Panel>
  )
}
