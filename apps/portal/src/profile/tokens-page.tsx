import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../components/create-button'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { Panel } from '../components/panel'
import { ErrorPanel } from '../errors/error-panel'
import { ListTable } from '../lists/list-table'
import { accountQuery } from './account.queries'
import { CliSecretPanel } from './cli-secret-panel'
import styles from './security-page.module.css'
import { useTokenColumns } from './token-columns'
import { tokensQuery } from './tokens.queries'

const TokenDrawer = onDemand(async () => (await import('./token-drawer')).TokenDrawer)

/** What the reader's programs sign in with. */
export function TokensPage() {
  const { t } = useTranslation()
  const [creating, setCreating] = useState(false)
  const { data: tokens, error, refetch } = useQuery(tokensQuery('reader'))
  const { data: account } = useQuery(accountQuery)
  const columns = useTokenColumns('reader')
  const ending = tokens?.filter(({ expires_soon: soon }) => soon) ?? []
  // It comes with the rows: one that stood there before would jump away from under the pointer where there are none.
  const create = <CreateButton onClick={() => setCreating(true)}>{t('tokens.create')}</CreateButton>
  return (
    <div className={styles.security}>
      {ending.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('tokens.expireSoon', { count: ending.length, names: ending.map(({ name }) => name).join(', ') })}
          description={t('tokens.expireSoonText')}
        />
      )}
      {error !== null && tokens === undefined ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <Panel title={t('tokens.title')} actions={tokens === undefined || tokens.length === 0 ? undefined : create}>
          <p className={styles.lead}>{t('tokens.text')}</p>
          {tokens?.length === 0 ? (
            <EmptyState title={t('tokens.none')} text={t('tokens.noneText')} action={create} />
          ) : (
            <ListTable label={t('tokens.title')} columns={columns} rowKey="id" rows={tokens} />
          )}
        </Panel>
      )}
      {account?.sources.includes('oidc') ? <CliSecretPanel exists={account.hasCliSecret} /> : null}
      <TokenDrawer open={creating} onClose={() => setCreating(false)} />
    </div>
  )
}
