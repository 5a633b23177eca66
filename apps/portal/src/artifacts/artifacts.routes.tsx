import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { laterTexts } from '../i18n/i18n'
import { readArtifactPath } from '../nav/artifact-path'
import { shellRoute } from '../nav/frame.routes'
import { systemInfoQuery } from '../session/session.queries'
import { artifactQuery, referrersQuery } from './artifacts.queries'
import { readArtifactSearch } from './artifacts.search'

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
