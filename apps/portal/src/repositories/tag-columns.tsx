import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ByteSize } from '../components/byte-size'
import { CopyButton } from '../components/copy-button'
import { Digest } from '../components/digest'
import { RelativeTime } from '../components/relative-time'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow, sizeColumn, Small, timeColumn } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import { pullCommand, type PullTool } from './clients'
import { PlatformTags } from './platform-tags'
import type { RepositoryTag } from './repositories.queries'
import styles from './tag-columns.module.css'
import { useConfirmTagDelete } from './use-confirm-tag-delete'
import { usePullTarget } from './use-pull-target'

interface TagColumnOptions {
  project: string
  repository: string
  tool: PullTool
  onOpen: (digest: string) => void
}

export function useTagColumns({ project, repository, tool, onOpen }: TagColumnOptions): Column<RepositoryTag>[] {
  const { t } = useTranslation()
  const confirmDelete = useConfirmTagDelete(project, repository)
  const { may } = useRights({ project })
  const target = usePullTarget(project, repository)
  const mayDelete = may('tag:delete')

  return useMemo(() => {
    const commandOf = ({ name, digest }: RepositoryTag) => pullCommand(tool, target(name, digest))
    const copyOf = (tag: RepositoryTag) => (
      <CopyButton text={commandOf(tag)} label={t('tag.copyPull', { name: tag.name })} />
    )
    return [
      nameColumn<RepositoryTag>({
        key: 'name',
        title: t('tag.name'),
        sorts: true,
        cell: (tag) => (
          <>
            <button type="button" className="link-button strong-link" onClick={() => onOpen(tag.digest)}>
              {tag.name}
            </button>
            <OnNarrow>
              <Digest digest={tag.digest} />
              <Small>
                <ByteSize bytes={tag.size} /> · <RelativeTime value={tag.push_time} />
              </Small>
              <PlatformTags platforms={tag.platforms} />
            </OnNarrow>
          </>
        ),
      }),
      {
        key: 'digest',
        title: t('tag.digest'),
        from: 'xl',
        cell: (tag) => <Digest digest={tag.digest} onOpen={() => onOpen(tag.digest)} />,
      },
      {
        key: 'platforms',
        title: t('tag.platforms'),
        from: 'md',
        cell: (tag) => <PlatformTags platforms={tag.platforms} />,
      },
      sizeColumn({ key: 'size', title: t('tag.size'), sorts: true, from: 'md', bytes: (tag) => tag.size }),
      timeColumn({
        key: 'push_time',
        title: t('tag.pushed'),
        sorts: true,
        from: 'md',
        value: (tag) => tag.push_time,
        sub: (tag) => (tag.pushed_by ? t('tag.by', { name: tag.pushed_by }) : undefined),
      }),
      timeColumn({
        key: 'pull_time',
        title: t('tag.pulled'),
        sorts: true,
        from: 'xl',
        value: (tag) => tag.pull_time,
        sub: (tag) => (tag.pull_count > 0 ? t('tag.pulls', { count: tag.pull_count }) : undefined),
      }),
      {
        key: 'pull',
        title: t('tag.pullCommand'),
        from: 'md',
        cell: (tag) => (
          <span className={styles.pull}>
            <code className={styles.command} data-tip={commandOf(tag)}>
              {commandOf(tag)}
            </code>
            {copyOf(tag)}
          </span>
        ),
      },
      actionsColumn<RepositoryTag>(t, (tag) => (
        <>
          <OnNarrow>{copyOf(tag)}</OnNarrow>
          {mayDelete ? (
            <Button
              type="text"
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('tag.deleteOf', { name: tag.name })}
              data-tip={t('actions.delete')}
              onClick={() => void confirmDelete(tag)}
            />
          ) : null}
        </>
      )),
    ]
  }, [t, tool, target, mayDelete, onOpen, confirmDelete])
}
