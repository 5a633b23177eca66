import { createRoute, redirect } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { readArtifactPath } from '../nav/artifact-path'
import { projectRoute, shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { systemInfoQuery } from '../session/session.queries'
import { artifactQuery, referrersQuery } from './artifacts.queries'
import { readArtifactSearch, readCompareSearch, readProjectArtifactsSearch } from './artifacts.search'

// Without a loader: what asks for its data comes with the page, or every page of the portal would weigh more.
export const projectArtifactsRoute = createRoute({
  getParentRoute: () => projectRoute,
  // What begins with /artifacts/ is one artifact.
  path: '/all-artifacts',
  staticData: { page: pages.projectArtifacts },
  validateSearch: readProjectArtifactsSearch,
  component: lazyPage(
    () => withTexts(import('./project-artifacts-page'), 'artifacts', 'repositoriesLater'),
    'ProjectArtifactsPage',
  ),
})

export const artifactRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$project/artifacts/$',
  validateSearch: readArtifactSearch,
  // An address without a tag or digest is that of a repository.
  beforeLoad: ({ params: { project, _splat: path = '' } }) => {
    const { repository, reference } = readArtifactPath(path)
    if (reference === '')
      throw redirect({ to: '/projects/$project/repositories/$', params: { project, _splat: repository } })
  },
  loader: ({ context: { queries }, params: { project, _splat: path = '' } }) => {
    const place = { project, ...readArtifactPath(path) }
    void queries.prefetchQuery(artifactQuery(place))
    void queries.prefetchQuery(referrersQuery(place))
    void queries.prefetchQuery(systemInfoQuery)
  },
  component: lazyPage(() => withTexts(import('./artifact-page'), 'artifacts'), 'ArtifactPage'),
})

export const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$project/compare/$',
  validateSearch: readCompareSearch,
  loaderDeps: ({ search: { from, to } }) => [from, to],
  loader: ({ context: { queries }, params: { project, _splat: repository = '' }, deps }) => {
    for (const reference of deps)
      if (reference !== undefined) void queries.prefetchQuery(artifactQuery({ project, repository, reference }))
  },
  component: lazyPage(() => withTexts(import('./compare-page'), 'artifacts'), 'ComparePage'),
})
