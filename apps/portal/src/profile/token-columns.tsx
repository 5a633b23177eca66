import { Button, Tag } from 'antd'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../components/relative-time'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, CellStack, nameColumn, OnNarrow, Small } from '../lists/columns'
import { useRevokeToken } from './token-changes.queries'
import type { AccessToken, TokenOwner } from './tokens.queries'

/** Where a token counts, in a line. */
function placesOf(t: TFunction, { projects, repositories }: AccessToken): string {
  const where = projects === undefined ? t('tokens.everywhere') : projects.join(', ') || t('tokens.nowhere')
  return repositories === undefined ? where : `${where}: ${repositories.join(', ')}`
}

const rightsOf = (t: TFunction, { access, permissions, system_permissions: inSystem }: AccessToken): string =>
  access === 'chosen'
    ? t('tokens.chosenCount', { count: permissions.length + inSystem.length })
    : t(`tokens.access.${access}`)

function Expiry({ token }: { token: AccessToken }) {
  const { t } = useTranslation()
  if (token.expired) return <Tag color="error">{t('tokens.expired')}</Tag>
  if (token.expiration_time === undefined) return <span className="muted">{t('tokens.forEver')}</span>
  const time = <RelativeTime value={token.expiration_time} ahead />
  return token.expires_soon ? <Tag color="warning">{time}</Tag> : time
}

export function useTokenColumns(owner: TokenOwner): Column<AccessToken>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: revoke } = useRevokeToken(owner)
  return useMemo(() => {
    const confirmRevoke = ({ id, name }: AccessToken) =>
      void confirm({
        title: t('tokens.revokeTitle', { name }),
        content: t('tokens.revokeText'),
        okText: t('tokens.revoke'),
        run: () => revoke(id),
        done: t('tokens.revoked', { name }),
      })
    return [
      nameColumn<AccessToken>({
        key: 'name',
        title: t('tokens.name'),
        cell: (token) => (
          <>
            <strong>{token.name}</strong>
            <Small wraps>
              {rightsOf(t, token)} · {placesOf(t, token)}
            </Small>
            <OnNarrow>
              <Small>
                <Expiry token={token} />
              </Small>
            </OnNarrow>
          </>
        ),
      }),
      { key: 'expires', title: t('tokens.expires'), from: 'md', cell: (token) => <Expiry token={token} /> },
      {
        key: 'used',
        title: t('tokens.used'),
        from: 'md',
        cell: ({ last_used_time: time, last_used_address: address }) => (
          <CellStack sub={address}>
            <RelativeTime value={time} />
          </CellStack>
        ),
      },
      actionsColumn<AccessToken>(
        t,
        (token) => (
          <Button
            size="small"
            aria-label={t('tokens.revokeOf', { name: token.name })}
            onClick={() => confirmRevoke(token)}
          >
            {t('tokens.revoke')}
          </Button>
        ),
        96,
      ),
    ]
  }, [t, confirm, revoke])
}
