import { createRoute } from '@tanstack/react-router'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { readRunsSearch } from '../runs/runs.search'

// Its queries come with its code: few open this page, and every page would carry them.
export const cleanUpRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.cleanUp.to,
  staticData: { page: pages.cleanUp },
  validateSearch: readRunsSearch,
  component: lazyPage(() => import('./clean-up-page'), 'CleanUpPage'),
})
