import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ByteSize } from '../components/byte-size'
import { CopyButton } from '../components/copy-button'
import { Digest, shortDigest } from '../components/digest'
import { LabelChips } from '../components/label-chip'
import { RelativeTime } from '../components/relative-time'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow, sizeColumn, Small, timeColumn } from '../lists/columns'
import { selectionColumn } from '../lists/selection'
import { useRights } from '../session/rights.queries'
import { ArtifactLink } from './artifact-link'
import { pullCommand, toolFor, toolsFor } from './clients'
import { PlatformTags, realPlatforms } from './platform-tags'
import type { RepositoryTag } from './repositories.queries'
import { TagName } from './tag-name'
import { useConfirmTagDelete } from './use-confirm-tag-delete'
import { usePullTarget } from './use-pull-target'

interface TagColumnOptions {
  project: string
  repository: string
  /** The tool that the reader prefers. */
  wanted: string | undefined
}

export function useTagColumns({ project, repository, wanted }: TagColumnOptions): Column<RepositoryTag>[] {
  const { t } = useTranslation()
  const confirmDelete = useConfirmTagDelete(project, repository)
  const { may } = useRights({ project, repository })
  const target = usePullTarget(project, repository)
  const mayDelete = may('tag:delete')
  const mayLabel = may('artifact-label:create')

  return useMemo(() => {
    const commandOf = ({ name, digest, kind }: RepositoryTag) =>
      pullCommand(toolFor(wanted, toolsFor(kind)), target(name, digest))
    const linkTo = (digest: string) => (text: string) => (
      <ArtifactLink project={project} repository={repository} reference={digest}>
        {text}
      </ArtifactLink>
    )
    return [
      ...(mayDelete || mayLabel
        ? [
            selectionColumn<RepositoryTag>(
              t('actions.label'),
              ({ name }) => name,
              ({ name }) => t('actions.select', { name }),
            ),
          ]
        : []),
      nameColumn<RepositoryTag>({
        key: 'name',
        title: t('tag.name'),
        sorts: true,
        cell: (tag) => (
          <>
            <TagName project={project} repository={repository} name={tag.name} />
            {tag.labels.length === 0 ? null : <LabelChips labels={tag.labels} />}
            <OnNarrow>
              <span className="mono">{shortDigest(tag.digest)}</span>
              <Small>
                <ByteSize bytes={tag.size} /> · <RelativeTime value={tag.push_time} />
              </Small>
              {realPlatforms(tag.platforms).length === 0 ? null : <PlatformTags platforms={tag.platforms} />}
            </OnNarrow>
          </>
        ),
      }),
      {
        key: 'digest',
        title: t('tag.digest'),
        from: 'xl',
        cell: ({ digest }) => <Digest digest={digest} link={linkTo(digest)} />,
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
      actionsColumn<RepositoryTag>(
        t,
        (tag) => (
          <>
            <CopyButton size="middle" text={commandOf(tag)} label={t('tag.copyPull', { name: tag.name })} />
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
        ),
        mayDelete ? 96 : 56,
      ),
    ]
  }, [t, project, repository, wanted, target, mayDelete, mayLabel, confirmDelete])
}
