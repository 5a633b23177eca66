import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice'
import { ErrorPanel } from '../errors/error-panel'
import type { Values } from '../system-settings/settings-form'
import styles from './test-directory.module.css'
import { type PingResult, usePingDirectory } from './authentication.queries'

/** What a directory that was tried said, in the reader's language. */
function said(t: TFunction, { success, reason, message }: PingResult): string {
  if (success) return t('authentication.answers')
  switch (reason) {
    case 'off':
      return t('authentication.why.off')
    case 'unreachable':
      return t('authentication.why.unreachable', { message })
    case 'timeout':
      return t('authentication.why.timeout', { message })
    case 'address-refused':
      return t('authentication.why.addressRefused', { message })
    case 'certificate':
      return t('authentication.why.certificate', { message })
    case 'no-start-tls':
      return t('authentication.why.noStartTls')
    case 'tls-required':
      return t('authentication.why.tlsRequired')
    case 'account-refused':
      return t('authentication.why.accountRefused')
    case 'no-such-base':
      return t('authentication.why.noSuchBase')
    default:
      return t('authentication.why.failed', { message })
  }
}

/** Tries the directory out as the form says it, saved or not. */
export function TestDirectory({ values }: { values: Values }) {
  const { t } = useTranslation()
  const ping = usePingDirectory()
  return (
    <div className={styles.test}>
      <Button loading={ping.isPending} onClick={() => ping.mutate(values)}>
        {t('authentication.test')}
      </Button>
      {ping.error === null ? null : <ErrorPanel error={ping.error} />}
      {ping.data === undefined || ping.isPending ? null : (
        <Notice tone={ping.data.success ? 'info' : 'danger'}>{said(t, ping.data)}</Notice>
      )}
    </div>
  )
}
