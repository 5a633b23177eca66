import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { allowlistQuery } from './allowlist.queries'

export const allowlistRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.allowlist.to,
  staticData: { page: pages.allowlist },
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(allowlistQuery)
  },
  component: lazyPage(() => withTexts(import('./allowlist-page'), 'allowlist'), 'AllowlistPage'),
})
