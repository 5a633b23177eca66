import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { projectRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'

// Without a loader: what asks for its data comes with the page, or every page of the portal would weigh more.
export const projectOverviewRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/overview',
  staticData: { page: pages.projectOverview },
  component: lazyPage(
    () => withTexts(import('./project-overview-page'), 'projectOverview', 'charts', 'usage'),
    'ProjectOverviewPage',
  ),
})
