import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useKept } from '../components/use-kept'
import { ErrorPanel } from '../errors/error-panel'
import { ListTable } from '../lists/list-table'
import { useTokenColumns } from '../profile/token-columns'
import { tokensQuery } from '../profile/tokens.queries'
import type { User } from './users.queries'
import { SidePanel } from '../components/side-panel'

interface TokensDrawerProps {
  user: User | undefined
  open: boolean
  onClose: () => void
}

/** The access tokens of a user, for an administrator who revokes one. */
export function TokensDrawer({ user, open, onClose }: TokensDrawerProps) {
  const { t } = useTranslation()
  return (
    <SidePanel
      title={t('tokens.ofUser', { name: useKept(open, user)?.username })}
      open={open}
      onClose={onClose}
      size={720}
    >
      {user === undefined ? null : <Tokens user={user} />}
    </SidePanel>
  )
}

function Tokens({ user: { user_id: id, username: name } }: { user: User }) {
  const { t } = useTranslation()
  const { data: tokens, error, refetch } = useQuery(tokensQuery(id))
  const columns = useTokenColumns(id)
  if (error !== null && tokens === undefined) return <ErrorPanel error={error} onRetry={refetch} />
  if (tokens?.length === 0) return <p>{t('tokens.noneOfUser', { name })}</p>
  return <ListTable label={t('tokens.ofUser', { name })} columns={columns} rowKey="id" rows={tokens} />
}
