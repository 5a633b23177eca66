import { createRoute } from '@tanstack/react-router'
import { projectRoute } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { MembersPage } from './members-page'
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
  // Small, and of a project, whose pages ask the server for more than others: it comes with the frame.
  component: MembersPage,
})
