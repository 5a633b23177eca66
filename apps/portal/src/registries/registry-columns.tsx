import { MoreOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../components/menu-button'
import { useAtLeast } from '../components/use-breakpoint'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, CellStack, nameColumn, OnNarrow, Small, timeColumn } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import { kindName } from './kinds'
import type { Registry } from './registries.queries'
import { useDeleteRegistry } from './registry-changes.queries'

export function useRegistryColumns(onEdit: (registry: Registry) => void): Column<Registry>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { may } = useRights('system')
  const { mutateAsync: remove } = useDeleteRegistry()
  const mayUpdate = may('registry:update')
  const mayDelete = may('registry:delete')
  const wide = useAtLeast('md')

  return useMemo(() => {
    const confirmDelete = ({ id, name }: Registry) =>
      void confirm({
        title: t('registry.deleteTitle', { name }),
        content: t('registry.deleteText'),
        okText: t('registry.delete'),
        run: () => remove(id),
        done: t('registry.deleted', { name }),
      })
    const actions = (registry: Registry) => [
      ...(mayUpdate ? [{ key: 'edit', label: t('registry.edit'), onClick: () => onEdit(registry) }] : []),
      ...(mayDelete
        ? [{ key: 'delete', danger: true, label: t('registry.delete'), onClick: () => confirmDelete(registry) }]
        : []),
    ]
    return [
      nameColumn<Registry>({
        key: 'name',
        title: t('registry.name'),
        sorts: true,
        cell: ({ name, url, description, status_detail }) => (
          <>
            <span className="strong-name">{name}</span>
            <OnNarrow>
              <Small>{url}</Small>
              {status_detail === undefined ? null : <Small wraps>{status_detail}</Small>}
            </OnNarrow>
            {description === undefined ? null : <Small>{description}</Small>}
          </>
        ),
      }),
      {
        key: 'status',
        title: t('registry.status'),
        ...(wide && { width: 200 }),
        cell: ({ status, status_detail }) => (
          <CellStack>
            <span>
              <Tag color={status === 'healthy' ? 'success' : 'error'}>
                {status === 'healthy' ? t('registry.healthy') : t('registry.unhealthy')}
              </Tag>
            </span>
            {status_detail === undefined || !wide ? null : <Small wraps>{status_detail}</Small>}
          </CellStack>
        ),
      },
      {
        key: 'url',
        title: t('registry.url'),
        from: 'md',
        cell: ({ url, type }) => <CellStack sub={kindName(t, type)}>{url}</CellStack>,
      },
      {
        key: 'account',
        title: t('registry.account'),
        from: 'xl',
        cell: ({ credential }) => credential?.access_key || t('registry.anonymous'),
      },
      timeColumn<Registry>({
        key: 'checked_time',
        title: t('registry.checked'),
        from: 'lg',
        value: ({ checked_time: time }) => time,
      }),
      ...(mayUpdate || mayDelete
        ? [
            actionsColumn<Registry>(t, (registry) => (
              <MenuButton
                type="text"
                icon={<MoreOutlined aria-hidden />}
                aria-label={t('actions.of', { name: registry.name })}
                menu={{ items: actions(registry) }}
              />
            )),
          ]
        : []),
    ]
  }, [t, confirm, mayUpdate, mayDelete, wide, remove, onEdit])
}
