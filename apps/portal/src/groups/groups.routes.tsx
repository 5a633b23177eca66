import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { groupsQuery } from './groups.queries'
import { readGroupsSearch } from './groups.search'

export const groupsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.groups.to,
  staticData: { page: pages.groups },
  validateSearch: readGroupsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(groupsQuery(deps))
  },
  component: lazyRouteComponent(() => withTexts(import('./groups-page'), 'groups'), 'GroupsPage'),
})
