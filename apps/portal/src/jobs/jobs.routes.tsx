import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { readJobsSearch } from './jobs.search'

// Its queries come with its code: few open this page, and every page would carry them.
export const jobsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.jobs.to,
  staticData: { page: pages.jobs },
  validateSearch: readJobsSearch,
  component: lazyPage(() => withTexts(import('./jobs-page'), 'jobs'), 'JobsPage'),
})
