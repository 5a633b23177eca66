import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
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
  component: lazyPage(() => withTexts(import('./groups-page'), 'groups'), 'GroupsPage'),
})
