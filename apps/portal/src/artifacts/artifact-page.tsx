import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/api-error'
import { usePageTitle } from '../components/use-page-title'
import { ErrorPanel } from '../errors/error-panel'
import { isNotFound } from '../errors/is-not-found'
import { NotFoundPage } from '../errors/not-found-page'
import { ToProjects } from '../errors/to-projects'
import { artifactPath, readArtifactPath } from '../nav/artifact-path'
import { CachedOnly } from '../repositories/cached-only'
import { toolsFor } from '../repositories/clients'
import { PullPanel } from '../repositories/pull-panel'
import { usePullTarget } from '../repositories/use-pull-target'
import { usePullTool } from '../repositories/use-pull-tool'
import { ArtifactHeader } from './artifact-header'
import { ArtifactTabs } from './artifact-tabs'
import { artifactQuery, type ArtifactPlace } from './artifacts.queries'
import { platformsOf, shownPlatform } from './platforms'
import { RepositoryTrail } from './repository-trail'
import { TagHistory } from './tag-history'

const route = getRouteApi('/shell/projects/$project/artifacts/$')

/** One artifact, with all that is known of it. */
export function ArtifactPage() {
  const { project, _splat: path = '' } = route.useParams()
  const place: ArtifactPlace = { project, ...readArtifactPath(path) }
  const { repository, reference } = place
  usePageTitle(`${project}/${artifactPath(repository, reference)}`)
  const { data: artifact, error, refetch } = useQuery(artifactQuery(place))

  if (isNotFound(error))
    return (
      <>
        <NotFoundPage error={error} up={isOnlyIt(error) ? <ToRepository {...place} /> : undefined} />
        {reference.includes(':') ? null : <TagHistory project={project} repository={repository} tag={reference} />}
      </>
    )
  return (
    <>
      <RepositoryTrail project={project} repository={repository} here={reference.slice(0, 19)} />
      {artifact === undefined ? (
        error === null ? (
          <Skeleton active paragraph={{ rows: 10 }} />
        ) : (
          <ErrorPanel error={error} onRetry={refetch} wayOut={<ToProjects />} />
        )
      ) : (
        <ArtifactDetails place={place} />
      )}
    </>
  )
}

/** Whether the repository is there, and lacks the artifact. */
const isOnlyIt = (error: unknown) => error instanceof ApiError && error.reason === 'ARTIFACT_NOT_FOUND'

function ToRepository({ project, repository }: ArtifactPlace) {
  const { t } = useTranslation()
  return (
    <Link to="/projects/$project/repositories/$" params={{ project, _splat: repository }}>
      {t('notFound.up', { name: repository })}
    </Link>
  )
}

function ArtifactDetails({ place }: { place: ArtifactPlace }) {
  const { project, repository, reference } = place
  const { data: artifact } = useQuery(artifactQuery(place))
  const { platform: asked } = route.useSearch()
  const target = usePullTarget(project, repository)
  const [wanted, setTool] = usePullTool()
  if (artifact === undefined) return null
  const platforms = platformsOf(artifact)
  const platform = shownPlatform(platforms, asked)
  const tag = reference === artifact.digest ? artifact.tags?.[0]?.name : reference
  return (
    <>
      <ArtifactHeader place={place} artifact={artifact} platforms={platforms} platform={platform} />
      <CachedOnly project={project} />
      <PullPanel
        target={target(tag, artifact.digest)}
        tools={toolsFor(artifact.type, tag !== undefined)}
        wanted={wanted}
        onTool={setTool}
      />
      <ArtifactTabs named={place} artifact={artifact} platform={platform} />
    </>
  )
}
