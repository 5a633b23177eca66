import { MoreOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../components/menu-button'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, countColumn, nameColumn, OnNarrow, Small } from '../lists/columns'
import type { Role } from '../rights/roles.queries'
import { useRoleName } from '../rights/use-words'
import { useRights } from '../session/rights.queries'
import { useDeleteRole } from './role-changes.queries'

/** What of a role is open beside the list: `new` with a role is a copy of it. */
export interface Opened {
  readonly as: 'new' | 'changed' | 'held' | 'shown'
  readonly role?: Role
}

export function useRoleColumns(onOpen: (opened: Opened) => void): Column<Role>[] {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const confirm = useConfirm()
  const { may } = useRights('system')
  const { mutateAsync: remove } = useDeleteRole()
  const [mayCreate, mayUpdate, mayDelete] = [may('role:create'), may('role:update'), may('role:delete')]

  return useMemo(() => {
    const confirmDelete = ({ id, name }: Role) =>
      void confirm({
        title: t('role.deleteTitle', { name }),
        content: t('role.deleteText'),
        okText: t('role.deleteAction'),
        run: () => remove(id),
        done: t('role.deleted', { name }),
      })
    const actions = (role: Role) => [
      { key: 'rights', label: t('role.rights'), onClick: () => onOpen({ as: 'shown', role }) },
      ...(mayUpdate && !role.built_in
        ? [{ key: 'change', label: t('role.change'), onClick: () => onOpen({ as: 'changed', role }) }]
        : []),
      ...(mayCreate ? [{ key: 'copy', label: t('role.copy'), onClick: () => onOpen({ as: 'new', role }) }] : []),
      ...(mayDelete && !role.built_in
        ? [
            { type: 'divider' as const },
            { key: 'delete', danger: true, label: t('role.deleteAction'), onClick: () => confirmDelete(role) },
          ]
        : []),
    ]
    return [
      nameColumn<Role>({
        key: 'name',
        title: t('role.name'),
        sorts: true,
        cell: (role) => (
          <>
            <span>
              <strong>{roleName(role.name)}</strong> {role.built_in ? <Tag>{t('role.builtIn')}</Tag> : null}
            </span>
            <Small wraps>{role.description}</Small>
            <OnNarrow>
              <Small>{role.repositories?.join(', ')}</Small>
            </OnNarrow>
          </>
        ),
      }),
      {
        key: 'repositories',
        title: t('role.repositories'),
        from: 'md',
        cell: ({ repositories }) =>
          repositories === undefined ? (
            <span className="muted">{t('role.everywhere')}</span>
          ) : (
            repositories.map((pattern) => (
              <Tag key={pattern}>
                <code>{pattern}</code>
              </Tag>
            ))
          ),
      },
      countColumn<Role>({
        key: 'permissions',
        title: t('role.permissions'),
        from: 'sm',
        count: ({ permissions }) => permissions.length,
      }),
      {
        key: 'member_count',
        title: t('role.holders'),
        align: 'end',
        cell: (role) =>
          role.member_count === 0 ? (
            <span className="muted">0</span>
          ) : (
            <Button type="link" size="small" onClick={() => onOpen({ as: 'held', role })}>
              {role.member_count}
              <span className="visually-hidden">{t('role.holdersOf', { name: roleName(role.name) })}</span>
            </Button>
          ),
      },
      actionsColumn<Role>(t, (role) => (
        <MenuButton
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={t('actions.of', { name: roleName(role.name) })}
          menu={{ items: actions(role) }}
        />
      )),
    ]
  }, [t, roleName, confirm, mayCreate, mayUpdate, mayDelete, remove, onOpen])
}
