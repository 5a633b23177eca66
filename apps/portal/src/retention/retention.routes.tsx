import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { listSearch } from '../lists/list-state'
import { projectRoute } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { readRunsSearch } from '../runs/runs.search'
import { retentionQuery } from './retention.queries'

export const retentionRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/retention',
  staticData: { page: pages.retention },
  validateSearch: readRunsSearch,
  loaderDeps: ({ search }) => listSearch(search),
  loader: ({ context: { queries }, params: { project } }) => {
    void queries.prefetchQuery(retentionQuery(project))
  },
  component: lazyRouteComponent(() => withTexts(import('./retention-page')), 'RetentionPage'),
})
