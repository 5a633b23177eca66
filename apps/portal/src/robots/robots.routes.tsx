import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { laterTexts } from '../i18n/i18n'
import { projectRoute, shellRoute } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { robotsQuery } from './robots.queries'
import { readRobotsSearch } from './robots.search'

export const robotsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.robots.to,
  staticData: { page: pages.robots },
  validateSearch: readRobotsSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(robotsQuery('system', deps))
    await laterTexts()
  },
  component: lazyRouteComponent(() => import('./robots-page'), 'RobotsPage'),
})

export const projectRobotsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/robots',
  staticData: { page: pages.projectRobots },
  validateSearch: readRobotsSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queries }, params: { project }, deps }) => {
    void queries.prefetchQuery(robotsQuery({ project }, deps))
    await laterTexts()
  },
  component: lazyRouteComponent(() => import('./project-robots-page'), 'ProjectRobotsPage'),
})
