import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../components/copy-button'
import { Facts } from '../components/facts'
import { Notice } from '../components/notice'
import { ErrorPanel } from '../errors/error-panel'
import { systemInfoQuery } from '../session/session.queries'
import type { Values } from '../system-settings/settings-form'
import { usePingProvider } from './authentication.queries'
import styles from './test-directory.module.css'

/** Tries the provider out that the form names, saved or not, and says what the provider has to be told of Berth. */
export function TestProvider({ values }: { values: Values }) {
  const { t } = useTranslation()
  const own = useQuery(systemInfoQuery).data?.external_url ?? window.location.origin
  const ping = usePingProvider()
  const addresses = [
    { key: 'callback', label: t('authentication.redirectUri'), address: `${own}/c/oidc/callback` },
    { key: 'signedOut', label: t('authentication.signedOutUri'), address: `${own}/` },
  ]
  return (
    <div className={styles.test}>
      <Facts
        facts={addresses.map(({ key, label, address }) => ({
          key,
          label,
          value: (
            <>
              <code>{address}</code> <CopyButton text={address} label={label} />
            </>
          ),
        }))}
      />
      <Button loading={ping.isPending} disabled={!values['oidc_endpoint']} onClick={() => ping.mutate(values)}>
        {t('authentication.testProvider')}
      </Button>
      {ping.error === null ? null : <ErrorPanel error={ping.error} />}
      {ping.isSuccess ? <Notice>{t('authentication.providerAnswers')}</Notice> : null}
    </div>
  )
}
