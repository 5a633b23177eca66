import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ByteSize } from '../components/byte-size'
import { Digest, shortDigest } from '../components/digest'
import { RelativeTime } from '../components/relative-time'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow, sizeColumn, Small, timeColumn } from '../lists/columns'
import { selectionColumn } from '../lists/selection'
import { useRights } from '../session/rights.queries'
import { ArtifactLink } from './artifact-link'
import { kindName } from './kind-name'
import { type UntaggedArtifact, useDeleteArtifact } from './repositories.queries'

export function useUntaggedColumns(project: string, repository: string): Column<UntaggedArtifact>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: remove } = useDeleteArtifact(project, repository)
  const { may } = useRights({ project, repository })
  const mayDelete = may('artifact:delete')
  const mayLabel = may('artifact-label:create')

  return useMemo(() => {
    const confirmDelete = ({ digest }: UntaggedArtifact) =>
      void confirm({
        title: t('untaggedList.deleteTitle', { digest: shortDigest(digest) }),
        content: t('untaggedList.deleteText'),
        okText: t('untaggedList.deleteAction'),
        run: () => remove(digest),
        done: t('untaggedList.deleted', { digest: shortDigest(digest) }),
      })
    return [
      ...(mayDelete || mayLabel
        ? [
            selectionColumn<UntaggedArtifact>(
              t('actions.label'),
              ({ digest }) => digest,
              ({ digest }) => t('actions.select', { name: shortDigest(digest) }),
            ),
          ]
        : []),
      nameColumn<UntaggedArtifact>({
        key: 'digest',
        title: t('tag.digest'),
        cell: (artifact) => (
          <>
            <Digest
              digest={artifact.digest}
              link={(text) => (
                <ArtifactLink project={project} repository={repository} reference={artifact.digest}>
                  {text}
                </ArtifactLink>
              )}
            />
            <OnNarrow>
              <Small>
                {kindName(t, artifact.type)} · <ByteSize bytes={artifact.size} /> ·{' '}
                <RelativeTime value={artifact.push_time} />
              </Small>
            </OnNarrow>
          </>
        ),
      }),
      { key: 'type', title: t('artifact.kind'), from: 'md', cell: ({ type }) => kindName(t, type) },
      sizeColumn({ key: 'size', title: t('tag.size'), sorts: true, from: 'md', bytes: ({ size }) => size }),
      timeColumn({
        key: 'push_time',
        title: t('tag.pushed'),
        sorts: true,
        from: 'md',
        value: ({ push_time: pushed }) => pushed,
      }),
      timeColumn({
        key: 'pull_time',
        title: t('tag.pulled'),
        sorts: true,
        from: 'lg',
        value: ({ pull_time: pulled }) => pulled,
      }),
      ...(mayDelete
        ? [
            actionsColumn<UntaggedArtifact>(t, (artifact) => (
              <Button
                type="text"
                danger
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('untaggedList.deleteOf', { digest: shortDigest(artifact.digest) })}
                data-tip={t('actions.delete')}
                onClick={() => confirmDelete(artifact)}
              />
            )),
          ]
        : []),
    ]
  }, [t, project, repository, confirm, remove, mayDelete, mayLabel])
}
