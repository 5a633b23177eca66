import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { laterTexts } from '../i18n/i18n'
import { projectRoute, shellRoute } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { labelsQuery } from './labels.queries'
import { readLabelsSearch } from './labels.search'

export const labelsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.labels.to,
  staticData: { page: pages.labels },
  validateSearch: readLabelsSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(labelsQuery('system', deps))
    await laterTexts()
  },
  component: lazyRouteComponent(() => import('./labels-page'), 'LabelsPage'),
})

export const projectLabelsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/labels',
  staticData: { page: pages.projectLabels },
  validateSearch: readLabelsSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queries }, params: { project }, deps }) => {
    void queries.prefetchQuery(labelsQuery({ project }, deps))
    await laterTexts()
  },
  component: lazyRouteComponent(() => import('./project-labels-page'), 'ProjectLabelsPage'),
})
