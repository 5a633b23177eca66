import { Alert, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { useRegistryHost, useSignedInUser } from '../session/session.queries'
import styles from './codes-drawer.module.css'

interface SecretDrawerProps {
  open: boolean
  title: string
  secret: string
  onClose: () => void
}

/** A secret, the only time that anybody sees it, and how to sign in with it. */
export function SecretDrawer({ open, title, secret, onClose }: SecretDrawerProps) {
  const { t } = useTranslation()
  const host = useRegistryHost()
  const { username } = useSignedInUser()
  return (
    <Drawer
      title={title}
      open={open}
      size={440}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <div className={styles.footer}>
          <Button type="primary" onClick={onClose}>
            {t('tokens.kept')}
          </Button>
        </div>
      }
    >
      <div className="form-problem">
        <Alert type="warning" showIcon title={t('tokens.once')} />
      </div>
      <CommandLine text={secret} label={t('tokens.secret')} />
      <p>{t('tokens.use')}</p>
      <CommandLine text={`docker login ${host} -u ${username}`} />
    </Drawer>
  )
}
