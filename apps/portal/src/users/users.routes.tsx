import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { usersQuery } from './users.queries'
import { readUsersSearch } from './users.search'

export const usersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.users.to,
  staticData: { page: pages.users },
  validateSearch: readUsersSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(usersQuery(deps))
  },
  component: lazyRouteComponent(() => withTexts(import('./users-page'), 'users'), 'UsersPage'),
})
