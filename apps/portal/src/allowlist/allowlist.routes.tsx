import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { allowlistQuery } from './allowlist.queries'

export const allowlistRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.allowlist.to,
  staticData: { page: pages.allowlist },
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(allowlistQuery)
  },
  component: lazyRouteComponent(() => withTexts(import('./allowlist-page'), 'allowlist'), 'AllowlistPage'),
})
