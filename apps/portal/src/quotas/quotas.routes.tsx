import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { quotasQuery } from './quotas.queries'
import { readQuotasSearch } from './quotas.search'

export const quotasRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.quotas.to,
  staticData: { page: pages.quotas },
  validateSearch: readQuotasSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(quotasQuery(deps))
  },
  component: lazyPage(() => withTexts(import('./quotas-page'), 'quotas'), 'QuotasPage'),
})
