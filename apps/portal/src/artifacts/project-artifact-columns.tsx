import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ByteSize } from '../components/byte-size'
import { shortDigest } from '../components/digest'
import { RelativeTime } from '../components/relative-time'
import type { Column } from '../lists/column'
import { nameColumn, OnNarrow, sizeColumn, Small, timeColumn } from '../lists/columns'
import { ArtifactLink } from '../repositories/artifact-link'
import { kindName } from '../repositories/kind-name'
import type { ProjectArtifact } from './project-artifacts.queries'

export function useProjectArtifactColumns(project: string): Column<ProjectArtifact>[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const within = ({ repository_name: name }: ProjectArtifact) => name.slice(project.length + 1)
    return [
      nameColumn<ProjectArtifact>({
        key: 'digest',
        title: t('projectArtifacts.artifact'),
        cell: (artifact) => {
          const [newest, ...others] = artifact.tags ?? []
          const repository = within(artifact)
          return (
            <>
              <ArtifactLink
                project={project}
                repository={repository}
                reference={newest?.name ?? artifact.digest}
                className="strong-link"
              >
                {repository}
                {newest === undefined ? `@${shortDigest(artifact.digest)}` : `:${newest.name}`}
              </ArtifactLink>
              {others.length === 0 ? null : <Small>{others.map(({ name }) => name).join(', ')}</Small>}
              <OnNarrow>
                <Small>
                  {kindName(t, artifact.type)} · <ByteSize bytes={artifact.size} /> ·{' '}
                  <RelativeTime value={artifact.push_time} />
                </Small>
              </OnNarrow>
            </>
          )
        },
      }),
      {
        key: 'repository_name',
        title: t('projectArtifacts.repository'),
        from: 'xl',
        cell: (artifact) => (
          <Link to="/projects/$project/repositories/$" params={{ project, _splat: within(artifact) }}>
            {within(artifact)}
          </Link>
        ),
      },
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
    ]
  }, [t, project])
}
