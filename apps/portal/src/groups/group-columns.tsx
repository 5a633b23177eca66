import { MoreOutlined } from '@ant-design/icons'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../components/menu-button'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, Small } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import { useDeleteGroup } from './group-changes.queries'
import type { Group } from './groups.queries'

function sourceOf(t: TFunction, type: number): string {
  if (type === 1) return t('group.ldap')
  return type === 3 ? t('group.oidc') : t('group.http')
}

export function useGroupColumns(onRename: (group: Group) => void): Column<Group>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { may } = useRights('system')
  const { mutateAsync: remove } = useDeleteGroup()
  const mayUpdate = may('user-group:update')
  const mayDelete = may('user-group:delete')

  return useMemo(() => {
    const confirmDelete = ({ id, group_name: name }: Group) =>
      void confirm({
        title: t('group.deleteTitle', { name }),
        content: t('group.deleteText', { name }),
        okText: t('group.deleteAction'),
        run: () => remove(id),
        done: t('group.deleted', { name }),
      })
    const actions = (group: Group) => [
      ...(mayUpdate ? [{ key: 'rename', label: t('group.rename'), onClick: () => onRename(group) }] : []),
      ...(mayDelete
        ? [{ key: 'delete', danger: true, label: t('group.deleteAction'), onClick: () => confirmDelete(group) }]
        : []),
    ]
    return [
      nameColumn<Group>({
        key: 'group_name',
        title: t('group.name'),
        sorts: true,
        cell: ({ group_name: name, ldap_group_dn: dn }) => (
          <>
            <strong>{name}</strong>
            {dn === undefined || dn === name ? null : <Small wraps>{dn}</Small>}
          </>
        ),
      }),
      {
        key: 'group_type',
        title: t('group.source'),
        sorts: true,
        cell: ({ group_type: type }) => sourceOf(t, type),
      },
      actionsColumn<Group>(t, (group) =>
        mayUpdate || mayDelete ? (
          <MenuButton
            type="text"
            icon={<MoreOutlined aria-hidden />}
            aria-label={t('actions.of', { name: group.group_name })}
            menu={{ items: actions(group) }}
          />
        ) : null,
      ),
    ]
  }, [t, confirm, mayUpdate, mayDelete, remove, onRename])
}
