import { MoreOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { Fragment, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../components/menu-button'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow, Small, timeColumn } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import { useSignedInUser } from '../session/session.queries'
import { useDeleteUser, useEndSessionsOf, useRemoveSecondFactor, useSetAdmin } from './user-changes.queries'
import type { User } from './users.queries'

interface UserActions {
  onResetPassword: (user: User) => void
  onIdentities: (user: User) => void
  onTokens: (user: User) => void
}

export function useUserColumns({ onResetPassword, onIdentities, onTokens }: UserActions): Column<User>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { may } = useRights('system')
  const { id: self } = useSignedInUser()
  const { mutateAsync: setAdmin } = useSetAdmin()
  const { mutateAsync: remove } = useDeleteUser()
  const { mutateAsync: endSessions } = useEndSessionsOf()
  const { mutateAsync: removeFactor } = useRemoveSecondFactor()
  const mayUpdate = may('user:update')
  const mayDelete = may('user:delete')

  return useMemo(() => {
    const confirmAdmin = ({ user_id: userId, username: name, sysadmin_flag: isAdmin }: User) =>
      void confirm({
        title: isAdmin ? t('user.revokeTitle', { name }) : t('user.grantTitle', { name }),
        content: isAdmin ? t('user.revokeText') : t('user.grantText'),
        okText: isAdmin ? t('user.revoke') : t('user.grant'),
        danger: false,
        run: () => setAdmin({ userId, admin: !isAdmin }),
        done: t('user.changed', { name }),
      })
    const confirmDelete = ({ user_id: id, username: name }: User) =>
      void confirm({
        title: t('user.deleteTitle', { name }),
        content: t('user.deleteText', { name }),
        okText: t('user.deleteAction'),
        run: () => remove(id),
        done: t('user.deleted', { name }),
      })
    const confirmEndSessions = ({ user_id: id, username: name }: User) =>
      void confirm({
        title: t('user.endSessionsTitle', { name }),
        content: t('user.endSessionsText'),
        okText: t('user.endSessions'),
        run: () => endSessions(id),
        done: t('user.endedSessions', { name }),
      })
    const confirmRemoveFactor = ({ user_id: id, username: name }: User) =>
      void confirm({
        title: t('user.removeFactorTitle', { name }),
        content: t('user.removeFactorText', { name }),
        okText: t('user.removeFactor'),
        run: () => removeFactor(id),
        done: t('user.removedFactor', { name }),
      })
    const actions = (user: User) => {
      const isOther = user.user_id !== self
      return [
        ...(mayUpdate
          ? [
              { key: 'password', label: t('user.resetPassword'), onClick: () => onResetPassword(user) },
              { key: 'identities', label: t('user.identities'), onClick: () => onIdentities(user) },
              { key: 'tokens', label: t('user.tokens'), onClick: () => onTokens(user) },
            ]
          : []),
        ...(mayUpdate && isOther
          ? [
              {
                key: 'admin',
                label: user.sysadmin_flag ? t('user.revoke') : t('user.grant'),
                onClick: () => confirmAdmin(user),
              },
              { key: 'sessions', label: t('user.endSessions'), onClick: () => confirmEndSessions(user) },
              ...(user.second_factor
                ? [{ key: 'factor', label: t('user.removeFactor'), onClick: () => confirmRemoveFactor(user) }]
                : []),
            ]
          : []),
        ...(mayDelete && isOther
          ? [
              { type: 'divider' as const },
              { key: 'delete', danger: true, label: t('user.deleteAction'), onClick: () => confirmDelete(user) },
            ]
          : []),
      ]
    }

    return [
      nameColumn<User>({
        key: 'username',
        title: t('user.username'),
        sorts: true,
        cell: (user) => (
          <>
            <span>
              <strong>{user.username}</strong>
              {user.sysadmin_flag ? (
                <>
                  {' '}
                  <Tag>{t('roles.systemAdmin')}</Tag>
                </>
              ) : null}
              {user.identity_sources.map((source) => (
                <Fragment key={source}>
                  {' '}
                  <Tag>{t(`user.sources.${source}`)}</Tag>
                </Fragment>
              ))}
            </span>
            <Subtitle user={user} />
          </>
        ),
      }),
      {
        key: 'email',
        title: t('user.email'),
        sorts: true,
        from: 'md',
        cell: (user) => (user.email ? <span className="breaks">{user.email}</span> : <span className="muted">–</span>),
      },
      timeColumn({
        key: 'creation_time',
        title: t('user.created'),
        sorts: true,
        from: 'sm',
        value: (user) => user.creation_time,
      }),
      actionsColumn<User>(t, (user) => (
        <MenuButton
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={t('actions.of', { name: user.username })}
          menu={{ items: actions(user) }}
        />
      )),
    ]
  }, [
    t,
    confirm,
    self,
    mayUpdate,
    mayDelete,
    setAdmin,
    remove,
    endSessions,
    removeFactor,
    onResetPassword,
    onIdentities,
    onTokens,
  ])
}

function Subtitle({ user: { username, realname, email } }: { user: User }) {
  return (
    <>
      {realname === username || realname === undefined ? null : <Small>{realname}</Small>}
      <OnNarrow>
        <Small>{email}</Small>
      </OnNarrow>
    </>
  )
}
