import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { laterTexts } from '../i18n/i18n'
import { readArtifactPath } from '../nav/artifact-path'
import { shellRoute } from '../nav/frame.routes'
import { systemInfoQuery } from '../session/session.queries'
import { artifactQuery, referrersQuery } from './artifacts.queries'
import { readArtifactSearch, readCompareSearch } from './artifacts.search'

export const artifactRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$project/artifacts/$',
  validateSearch: readArtifactSearch,
  loader: async ({ context: { queries }, params: { project, _splat: path = '' } }) => {
    const place = { project, ...readArtifactPath(path) }
    void queries.prefetchQuery(artifactQuery(place))
    void queries.prefetchQuery(referrersQuery(place))
    void queries.prefetchQuery(systemInfoQuery)
    await laterTexts()
  },
  component: lazyRouteComponent(() => import('./artifact-page'), 'ArtifactPage'),
})

export const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$project/compare/$',
  validateSearch: readCompareSearch,
  loaderDeps: ({ search: { from, to } }) => [from, to],
  loader: async ({ context: { queries }, params: { project, _splat: repository = '' }, deps }) => {
    for (const reference of deps)
      if (reference !== undefined) void queries.prefetchQuery(artifactQuery({ project, repository, reference }))
    await laterTexts()
  },
  component: lazyRouteComponent(() => import('./compare-page'), 'ComparePage'),
})
