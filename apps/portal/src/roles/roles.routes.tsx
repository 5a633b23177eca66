import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { listSearch } from '../lists/list-state'
import { rolesQuery } from '../rights/roles.queries'
import { rolesPageQuery } from './roles.queries'
import { readRolesSearch } from './roles.search'

export const rolesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.roles.to,
  staticData: { page: pages.roles },
  validateSearch: readRolesSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps: { view, ...search } }) => {
    if (view === 'matrix') void queries.prefetchQuery(rolesQuery)
    else void queries.prefetchQuery(rolesPageQuery(listSearch(search)))
  },
  component: lazyPage(() => withTexts(import('./roles-page'), 'roles'), 'RolesPage'),
})
