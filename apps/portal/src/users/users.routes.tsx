import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
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
  component: lazyPage(() => withTexts(import('./users-page'), 'users'), 'UsersPage'),
})
