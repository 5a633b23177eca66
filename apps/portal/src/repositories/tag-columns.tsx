import { DeleteOutlined } from '@ant-design/icons'
import { Button, Grid, type TableColumnsType, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { CopyButton } from '../components/copy-button'
import { Digest } from '../components/digest'
import { RelativeTime } from '../components/relative-time'
import { sortOrder } from '../lists/list-state'
import { pullCommand, type PullTarget, type PullTool } from './clients'
import { PlatformTags } from './platform-tags'
import type { RepositoryTag } from './repositories.queries'
import { useConfirmTagDelete } from './use-confirm-tag-delete'

interface TagColumnOptions {
  project: string
  repository: string
  sort: string
  tool: PullTool
  target: (tag: string | undefined, digest: string) => PullTarget
  mayDelete: boolean
  onOpen: (digest: string) => void
}

export function useTagColumns(options: TagColumnOptions): TableColumnsType<RepositoryTag> {
  const { project, repository, sort, tool, target, mayDelete, onOpen } = options
  const { t, i18n } = useTranslation()
  const wide = Grid.useBreakpoint().md !== false
  const confirmDelete = useConfirmTagDelete(project, repository)

  return [
    {
      key: 'name',
      title: t('tag.name'),
      sorter: true,
      sortOrder: sortOrder(sort, 'name'),
      render: (_, tag) => (
        <div className="cell-main">
          <button type="button" className="link-button strong-link" onClick={() => onOpen(tag.digest)}>
            {tag.name}
          </button>
          {wide ? null : (
            <>
              <Digest digest={tag.digest} />
              <span className="cell-sub">
                {formatBytes(tag.size, i18n.language)} · <RelativeTime value={tag.push_time} />
              </span>
              <PlatformTags platforms={tag.platforms} />
            </>
          )}
        </div>
      ),
    },
    {
      key: 'digest',
      title: t('tag.digest'),
      responsive: ['md'],
      render: (_, tag) => <Digest digest={tag.digest} onOpen={() => onOpen(tag.digest)} />,
    },
    {
      key: 'platforms',
      title: t('tag.platforms'),
      responsive: ['md'],
      render: (_, tag) => <PlatformTags platforms={tag.platforms} />,
    },
    {
      key: 'size',
      title: t('tag.size'),
      align: 'right',
      sorter: true,
      sortOrder: sortOrder(sort, 'size'),
      responsive: ['md'],
      render: (_, tag) => <span className="nowrap">{formatBytes(tag.size, i18n.language)}</span>,
    },
    {
      key: 'push_time',
      title: t('tag.pushed'),
      sorter: true,
      sortOrder: sortOrder(sort, 'push_time'),
      responsive: ['md'],
      render: (_, tag) => (
        <div className="cell-main">
          <RelativeTime value={tag.push_time} />
          {tag.pushed_by ? <span className="cell-sub">{t('tag.by', { name: tag.pushed_by })}</span> : null}
        </div>
      ),
    },
    {
      key: 'pull_time',
      title: t('tag.pulled'),
      sorter: true,
      sortOrder: sortOrder(sort, 'pull_time'),
      responsive: ['lg'],
      render: (_, tag) => (
        <div className="cell-main">
          <RelativeTime value={tag.pull_time} />
          {tag.pull_count > 0 ? <span className="cell-sub">{t('tag.pulls', { count: tag.pull_count })}</span> : null}
        </div>
      ),
    },
    {
      key: 'pull',
      title: t('tag.pullCommand'),
      responsive: ['md'],
      render: (_, tag) => {
        const command = pullCommand(tool, target(tag.name, tag.digest))
        return (
          <span className="with-copy">
            <Tooltip title={<span className="mono">{command}</span>}>
              <code className="pull-text">{command}</code>
            </Tooltip>
            <CopyButton text={command} label={t('tag.copyPull', { name: tag.name })} />
          </span>
        )
      },
    },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('actions.label')}</span>,
      align: 'right',
      width: 56,
      render: (_, tag) => (
        <span className="row-actions">
          {wide ? null : (
            <CopyButton
              text={pullCommand(tool, target(tag.name, tag.digest))}
              label={t('tag.copyPull', { name: tag.name })}
            />
          )}
          {mayDelete ? (
            <Tooltip title={t('actions.delete')}>
              <Button
                type="text"
                danger
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('tag.deleteOf', { name: tag.name })}
                onClick={() => void confirmDelete(tag)}
              />
            </Tooltip>
          ) : null}
        </span>
      ),
    },
  ]
}
