import { MoreOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { LabelChip } from '../components/label-chip'
import { MenuButton } from '../components/menu-button'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow, Small, timeColumn } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import { useDeleteLabel } from './label-changes.queries'
import { type Label, type LabelOwner } from './labels.queries'

export function useLabelColumns(owner: LabelOwner, onEdit: (label: Label) => void): Column<Label>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { may } = useRights(owner)
  const { mutateAsync: remove } = useDeleteLabel()
  const mayUpdate = may('label:update')
  const mayDelete = may('label:delete')

  return useMemo(() => {
    const confirmDelete = ({ id, name }: Label) =>
      void confirm({
        title: t('label.deleteTitle', { name }),
        content: t('label.deleteText'),
        okText: t('label.delete'),
        run: () => remove(id),
        done: t('label.deleted', { name }),
      })
    const actions = (label: Label) => [
      ...(mayUpdate ? [{ key: 'edit', label: t('label.edit'), onClick: () => onEdit(label) }] : []),
      ...(mayDelete
        ? [{ key: 'delete', danger: true, label: t('label.delete'), onClick: () => confirmDelete(label) }]
        : []),
    ]
    return [
      nameColumn<Label>({
        key: 'name',
        title: t('label.name'),
        sorts: true,
        cell: ({ name, color, description }) => (
          <>
            <LabelChip name={name} color={color} />
            <OnNarrow>{description === undefined ? null : <Small>{description}</Small>}</OnNarrow>
          </>
        ),
      }),
      { key: 'description', title: t('label.description'), from: 'md', cell: ({ description }) => description },
      timeColumn<Label>({
        key: 'creation_time',
        title: t('label.made'),
        sorts: true,
        from: 'sm',
        value: ({ creation_time: time }) => time,
      }),
      ...(mayUpdate || mayDelete
        ? [
            actionsColumn<Label>(t, (label) => (
              <MenuButton
                type="text"
                icon={<MoreOutlined aria-hidden />}
                aria-label={t('actions.of', { name: label.name })}
                menu={{ items: actions(label) }}
              />
            )),
          ]
        : []),
    ]
  }, [t, confirm, mayUpdate, mayDelete, remove, onEdit])
}
