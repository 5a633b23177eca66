import { EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ByteSize } from '../components/byte-size'
import { StorageMeter } from '../components/storage-meter'
import type { Column } from '../lists/column'
import { actionsColumn, CellStack, nameColumn, OnNarrow, Small, sizeColumn } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import type { Limited } from './quota-drawer'
import type { Quota } from './quotas.queries'

export function useQuotaColumns(onEdit: (limited: Limited) => void): Column<Quota>[] {
  const { t } = useTranslation()
  const { may } = useRights('system')
  const mayUpdate = may('quota:update')

  return useMemo(
    () => [
      nameColumn<Quota>({
        key: 'name',
        title: t('quota.project'),
        sorts: true,
        cell: ({ ref, used }) => (
          <>
            <Link to="/projects/$project/overview" params={{ project: ref.name }} className="strong-link">
              {ref.name}
            </Link>
            <OnNarrow>
              <Small>{ref.owner_name}</Small>
            </OnNarrow>
            <OnNarrow below="sm">
              <Small>
                {t('quota.used')} <ByteSize bytes={used.storage} />
              </Small>
            </OnNarrow>
          </>
        ),
      }),
      {
        key: 'owner',
        title: t('quota.owner'),
        from: 'md',
        cell: ({ ref }) => <span className="breaks">{ref.owner_name}</span>,
      },
      { key: 'share', title: t('quota.share'), sorts: true, from: 'sm', cell: (quota) => <Share quota={quota} /> },
      sizeColumn<Quota>({
        key: 'used.storage',
        title: t('quota.used'),
        sorts: true,
        from: 'sm',
        bytes: ({ used }) => used.storage,
      }),
      {
        key: 'hard.storage',
        title: t('quota.limit'),
        sorts: true,
        align: 'end',
        cell: ({ hard: { storage } }) => (storage < 0 ? t('quota.none') : <ByteSize bytes={storage} />),
      },
      ...(mayUpdate
        ? [
            actionsColumn<Quota>(t, ({ id, ref, hard }) => (
              <Button
                type="text"
                icon={<EditOutlined aria-hidden />}
                aria-label={t('quota.edit', { name: ref.name })}
                onClick={() => onEdit({ id, title: t('quota.of', { name: ref.name }), limit: hard.storage })}
              />
            )),
          ]
        : []),
    ],
    [t, mayUpdate, onEdit],
  )
}

function Share({ quota: { used, hard, ref } }: { quota: Quota }) {
  const { t, i18n } = useTranslation()
  if (hard.storage < 0) return <span className="muted nowrap">{t('quota.unbounded')}</span>
  const share = used.storage / hard.storage
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <CellStack sub={percent.format(share)}>
      <StorageMeter label={t('quota.of', { name: ref.name })} used={used.storage} limit={hard.storage} />
    </CellStack>
  )
}
