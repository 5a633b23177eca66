import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { projectRoute, shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { robotsQuery } from './robots.queries'
import { readRobotsSearch } from './robots.search'

export const robotsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.robots.to,
  staticData: { page: pages.robots },
  validateSearch: readRobotsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(robotsQuery('system', deps))
  },
  component: lazyPage(() => withTexts(import('./robots-page'), 'robots'), 'RobotsPage'),
})

export const projectRobotsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/robots',
  staticData: { page: pages.projectRobots },
  validateSearch: readRobotsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { project }, deps }) => {
    void queries.prefetchQuery(robotsQuery({ project }, deps))
  },
  component: lazyPage(() => withTexts(import('./project-robots-page'), 'robots'), 'ProjectRobotsPage'),
})
