import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { projectRoute } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { membersQuery } from './members.queries'
import { readMembersSearch } from './members.search'

export const membersRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/members',
  staticData: { page: pages.members },
  validateSearch: readMembersSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { project }, deps }) => {
    void queries.prefetchQuery(membersQuery(project, deps))
  },
  component: lazyRouteComponent(() => import('./members-page'), 'MembersPage'),
})
