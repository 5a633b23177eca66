import { QRCode } from 'antd'
import { useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { CodesDrawer } from './codes-drawer'
import { CodeField, OwnPasswordField } from './proof-fields'
import { useEnableSecondFactor, useOfferSecondFactor } from './security-changes.queries'
import styles from './set-up-drawer.module.css'

/** The way to a second factor: the password, then a code of the secret, then the recovery codes. */
export function SetUpDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const offer = useOfferSecondFactor()
  const enable = useEnableSecondFactor()
  const close = () => {
    onClose()
    offer.reset()
    enable.reset()
  }
  const finish = () => {
    close()
    tell(t('factor.enabled'))
  }
  if (enable.data !== undefined) return <CodesDrawer open={open} codes={enable.data.recovery_codes} onClose={finish} />
  if (offer.data === undefined)
    return (
      <FormDrawer<{ password: string }>
        key="password"
        title={t('factor.setUpTitle')}
        open={open}
        onClose={close}
        submitLabel={t('factor.next')}
        mutation={offer}
        onFinish={({ password }) => offer.mutate(password)}
      >
        <p>{t('factor.passwordText')}</p>
        <OwnPasswordField />
      </FormDrawer>
    )
  return (
    <FormDrawer<{ code: string }>
      key="code"
      title={t('factor.setUpTitle')}
      open={open}
      onClose={close}
      submitLabel={t('factor.enable')}
      mutation={enable}
      onFinish={({ code }) => enable.mutate(code)}
    >
      <p>{t('factor.scan')}</p>
      <div className={styles.code} role="img" aria-label={t('factor.qr')}>
        <div aria-hidden>
          {/* Readers of codes want dark on light, whatever the theme. */}
          <QRCode value={offer.data.uri} type="svg" size={208} color="#000" bgColor="#fff" />
        </div>
      </div>
      <p>{t('factor.type')}</p>
      <CommandLine text={offer.data.secret} />
      <p>{t('factor.confirmText')}</p>
      <CodeField label={t('factor.code')} />
    </FormDrawer>
  )
}
