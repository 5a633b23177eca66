import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { projectRoute, shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { labelsQuery } from './labels.queries'
import { readLabelsSearch } from './labels.search'

export const labelsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.labels.to,
  staticData: { page: pages.labels },
  validateSearch: readLabelsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(labelsQuery('system', deps))
  },
  component: lazyPage(() => withTexts(import('./labels-page'), 'labels'), 'LabelsPage'),
})

export const projectLabelsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/labels',
  staticData: { page: pages.projectLabels },
  validateSearch: readLabelsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { project }, deps }) => {
    void queries.prefetchQuery(labelsQuery({ project }, deps))
  },
  component: lazyPage(() => withTexts(import('./project-labels-page'), 'labels'), 'ProjectLabelsPage'),
})
