import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { projectRoute, shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { systemInfoQuery } from '../session/session.queries'
import { projectsQuery } from './projects.queries'
import { readProjectsSearch } from './projects.search'

export const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.projects.to,
  staticData: { page: pages.projects },
  validateSearch: readProjectsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(projectsQuery(deps))
    void queries.prefetchQuery(systemInfoQuery)
  },
  component: lazyPage(() => import('./projects-page'), 'ProjectsPage'),
})

export const projectSettingsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/settings',
  staticData: { page: pages.projectSettings },
  component: lazyPage(() => withTexts(import('./settings-page'), 'allowlist', 'proxyCache'), 'SettingsPage'),
})
