import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, Grid, type TableColumnsType, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSignedInUser } from '../account/session.queries'
import { RelativeTime } from '../components/relative-time'
import { useConfirm } from '../components/use-confirm'
import { sortOrder } from '../lists/list-state'
import { type User, useDeleteUser, useSetAdmin } from './users.queries'

/** The account the installation made; the server keeps it an administrator. */
const firstUserId = 1

export function useUserColumns(sort: string, onResetPassword: (user: User) => void): TableColumnsType<User> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const self = useSignedInUser()
  const setAdmin = useSetAdmin()
  const remove = useDeleteUser()
  const wide = Grid.useBreakpoint().md !== false

  const confirmAdmin = ({ user_id: id, username: name, sysadmin_flag: isAdmin }: User) =>
    void confirm({
      title: isAdmin ? t('user.revokeTitle', { name }) : t('user.grantTitle', { name }),
      content: isAdmin ? t('user.revokeText') : t('user.grantText'),
      okText: isAdmin ? t('user.revoke') : t('user.grant'),
      danger: false,
      run: () => setAdmin.mutateAsync({ userId: id, admin: !isAdmin }),
      done: t('user.changed', { name }),
    })
  const confirmDelete = ({ user_id: id, username: name }: User) =>
    void confirm({
      title: t('user.deleteTitle', { name }),
      content: t('user.deleteText', { name }),
      okText: t('user.deleteAction'),
      run: () => remove.mutateAsync(id),
      done: t('user.deleted', { name }),
    })

  const actions = (user: User) => {
    const isFixed = user.user_id === firstUserId || user.user_id === self.id
    return [
      { key: 'password', label: t('user.resetPassword'), onClick: () => onResetPassword(user) },
      ...(isFixed
        ? []
        : [
            {
              key: 'admin',
              label: user.sysadmin_flag ? t('user.revoke') : t('user.grant'),
              onClick: () => confirmAdmin(user),
            },
            { type: 'divider' as const },
            { key: 'delete', danger: true, label: t('user.deleteAction'), onClick: () => confirmDelete(user) },
          ]),
    ]
  }

  return [
    {
      key: 'username',
      title: t('user.username'),
      sorter: true,
      sortOrder: sortOrder(sort, 'username'),
      render: (_, user) => (
        <div className="cell-main">
          <span>
            <strong>{user.username}</strong>{' '}
            {user.sysadmin_flag ? <Tag className="admin-tag">{t('roles.systemAdmin')}</Tag> : null}
          </span>
          {wide ? (
            user.realname !== user.username ? (
              <span className="cell-sub">{user.realname}</span>
            ) : null
          ) : (
            <span className="cell-sub">{user.email}</span>
          )}
        </div>
      ),
    },
    {
      key: 'email',
      title: t('user.email'),
      sorter: true,
      sortOrder: sortOrder(sort, 'email'),
      responsive: ['md'],
      render: (_, user) => user.email || <span className="muted">–</span>,
    },
    {
      key: 'creation_time',
      title: t('user.created'),
      sorter: true,
      sortOrder: sortOrder(sort, 'creation_time'),
      responsive: ['sm'],
      render: (_, user) => <RelativeTime value={user.creation_time} />,
    },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('actions.label')}</span>,
      align: 'right',
      width: 56,
      render: (_, user) => (
        <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: actions(user) }}>
          <Button
            type="text"
            icon={<MoreOutlined aria-hidden />}
            aria-label={t('actions.of', { name: user.username })}
          />
        </Dropdown>
      ),
    },
  ]
}
