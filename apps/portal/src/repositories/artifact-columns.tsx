import { DeleteOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ByteSize } from '../components/byte-size'
import { Digest, shortDigest } from '../components/digest'
import { RelativeTime } from '../components/relative-time'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow, sizeColumn, Small, timeColumn } from '../lists/columns'
import { selectionColumn } from '../lists/selection'
import { useRights } from '../session/rights.queries'
import { ArtifactLink } from './artifact-link'
import type { ArtifactTarget } from './deletion.queries'
import { kindName } from './kind-name'
import type { ListedArtifact } from './repositories.queries'
import { useConfirmArtifactDelete } from './use-confirm-artifact-delete'

/** Repositories may hold the same artifact: its digest does not tell the rows of a project apart. */
export const artifactKey = ({ id }: ListedArtifact): string => String(id)

export const targetOf = (
  project: string,
  { repository_name: name, digest, references, tags }: ListedArtifact,
): ArtifactTarget => ({
  repository: name.slice(project.length + 1),
  digest,
  parts: references?.map(({ child_digest: part }) => part) ?? [],
  tags: tags?.map((tag) => tag.name) ?? [],
})

/** @param repository absent: the list is of all of the project, and says of each where it is */
export function useArtifactColumns(project: string, repository?: string): Column<ListedArtifact>[] {
  const { t } = useTranslation()
  const { ask: askDelete } = useConfirmArtifactDelete({ project, repository })
  const { may } = useRights({ project, repository })
  const mayDelete = may('artifact:delete')
  const mayLabel = may('artifact-label:create')
  const isMixed = repository === undefined

  return useMemo(() => {
    const shortName = (artifact: ListedArtifact) => {
      const within = targetOf(project, artifact).repository
      const [newest] = artifact.tags ?? []
      const own = newest === undefined ? shortDigest(artifact.digest) : newest.name
      return isMixed ? `${within}${newest === undefined ? '@' : ':'}${own}` : own
    }
    const link = (artifact: ListedArtifact, text: string) => (
      <ArtifactLink
        project={project}
        repository={targetOf(project, artifact).repository}
        reference={artifact.tags?.[0]?.name ?? artifact.digest}
        {...(isMixed ? { className: 'strong-link' } : {})}
      >
        {text}
      </ArtifactLink>
    )
    const name = (artifact: ListedArtifact) => {
      const others = (artifact.tags ?? []).slice(1)
      if (!isMixed) return <Digest digest={artifact.digest} link={(text) => link(artifact, text)} />
      return (
        <>
          {link(artifact, shortName(artifact))}
          {others.length === 0 ? null : <Small>{others.map((tag) => tag.name).join(', ')}</Small>}
        </>
      )
    }
    const repositoryColumn: Column<ListedArtifact> = {
      key: 'repository_name',
      title: t('projectArtifacts.repository'),
      from: 'xl',
      cell: (artifact) => {
        const within = targetOf(project, artifact).repository
        return (
          <Link to="/projects/$project/repositories/$" params={{ project, _splat: within }}>
            {within}
          </Link>
        )
      },
    }
    return [
      ...(mayDelete || mayLabel
        ? [
            selectionColumn<ListedArtifact>(t('actions.label'), artifactKey, (artifact) =>
              t('actions.select', { name: shortName(artifact) }),
            ),
          ]
        : []),
      nameColumn<ListedArtifact>({
        key: 'digest',
        title: isMixed ? t('projectArtifacts.artifact') : t('tag.digest'),
        cell: (artifact) => (
          <>
            {name(artifact)}
            <OnNarrow>
              <Small>
                {kindName(t, artifact.type)} · <ByteSize bytes={artifact.size} /> ·{' '}
                <RelativeTime value={artifact.push_time} />
              </Small>
            </OnNarrow>
          </>
        ),
      }),
      ...(isMixed ? [repositoryColumn] : []),
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
            actionsColumn<ListedArtifact>(t, (artifact) => (
              <Button
                type="text"
                danger
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('deletion.of', { name: shortName(artifact) })}
                data-tip={t('actions.delete')}
                onClick={() => void askDelete([targetOf(project, artifact)])}
              />
            )),
          ]
        : []),
    ]
  }, [t, project, isMixed, askDelete, mayDelete, mayLabel])
}
