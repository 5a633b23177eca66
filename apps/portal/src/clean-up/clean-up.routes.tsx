import { createRoute } from '@tanstack/react-router'
import { listSearch } from '../lists/list-state'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { readRunsSearch } from '../runs/runs.search'
import { scheduleQuery } from '../runs/runs.queries'
import { cleanUp, cleanUpRunsQuery } from './clean-up.queries'

export const cleanUpRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.cleanUp.to,
  staticData: { page: pages.cleanUp },
  validateSearch: readRunsSearch,
  loaderDeps: ({ search }) => listSearch(search),
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(cleanUpRunsQuery(deps))
    void queries.prefetchQuery(scheduleQuery(cleanUp))
  },
  component: lazyPage(() => import('./clean-up-page'), 'CleanUpPage'),
})
