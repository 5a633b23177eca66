import { RollbackOutlined } from '@ant-design/icons'
import { Button, Grid, type TableColumnsType, Tag, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { Digest, shortDigest } from '../components/digest'
import { RelativeTime } from '../components/relative-time'
import { sortOrder } from '../lists/list-state'
import type { Deleted } from './deleted.queries'
import { useRestore } from './use-restore'

interface DeletedColumnOptions {
  project: string
  repository: string
  sort: string
  mayRestore: boolean
}

export function useDeletedColumns(options: DeletedColumnOptions): TableColumnsType<Deleted> {
  const { project, repository, sort, mayRestore } = options
  const { t, i18n } = useTranslation()
  const wide = Grid.useBreakpoint().md !== false
  const restore = useRestore(project, repository)

  return [
    {
      key: 'name',
      title: t('deleted.what'),
      sorter: true,
      sortOrder: sortOrder(sort, 'name'),
      render: (_, item) => (
        <div className="cell-main">
          <DeletedName item={item} />
          <span className="cell-sub">{item.kind === 'tag' ? t('deleted.tag') : t('deleted.artifact')}</span>
          {wide ? null : (
            <>
              <Digest digest={item.digest} />
              <DeletedWhen item={item} />
              <span className="cell-sub">
                {t('deleted.expiresLabel')} <RelativeTime value={item.expires_at} ahead />
              </span>
            </>
          )}
        </div>
      ),
    },
    {
      key: 'digest',
      title: t('tag.digest'),
      responsive: ['md'],
      render: (_, item) => <Digest digest={item.digest} />,
    },
    {
      key: 'size',
      title: t('tag.size'),
      align: 'right',
      sorter: true,
      sortOrder: sortOrder(sort, 'size'),
      responsive: ['lg'],
      render: (_, item) => <span className="nowrap">{formatBytes(item.size, i18n.language)}</span>,
    },
    {
      key: 'deleted_at',
      title: t('deleted.when'),
      sorter: true,
      sortOrder: sortOrder(sort, 'deleted_at'),
      responsive: ['md'],
      render: (_, item) => <DeletedWhen item={item} />,
    },
    {
      key: 'expires_at',
      title: <span className="nowrap">{t('deleted.expires')}</span>,
      responsive: ['md'],
      render: (_, item) => <RelativeTime value={item.expires_at} ahead />,
    },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('actions.label')}</span>,
      align: 'right',
      width: wide ? 130 : 56,
      render: (_, item) =>
        mayRestore ? (
          <Tooltip title={item.restorable ? undefined : t('deleted.lacking')}>
            <Button
              {...(wide ? {} : { type: 'text' as const })}
              icon={<RollbackOutlined aria-hidden />}
              aria-label={t('deleted.restoreOf', { name: item.name ?? shortDigest(item.digest) })}
              disabled={!item.restorable}
              loading={restore.running === item.reference}
              onClick={() => void restore.run(item.reference)}
            >
              {wide ? t('deleted.restore') : null}
            </Button>
          </Tooltip>
        ) : null,
    },
  ]
}

/** A tag by its name, an artifact by the tags that went with it. */
function DeletedName({ item }: { item: Deleted }) {
  const { t } = useTranslation()
  if (item.name !== null) return <span className="strong-name">{item.name}</span>
  if (item.tags.length + item.taken_tags.length === 0) return <span className="muted">{t('deleted.untagged')}</span>
  return (
    <span className="platforms">
      {item.tags.map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
      {item.taken_tags.map((tag) => (
        <Tooltip key={tag} title={t('deleted.taken', { names: tag })}>
          <Tag className="taken-tag">{tag}</Tag>
        </Tooltip>
      ))}
    </span>
  )
}

function DeletedWhen({ item }: { item: Deleted }) {
  const { t } = useTranslation()
  return (
    <div className="cell-main">
      <RelativeTime value={item.deleted_at} />
      {item.deleted_by === null ? null : <span className="cell-sub">{t('deleted.by', { name: item.deleted_by })}</span>}
    </div>
  )
}
