import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { registriesQuery } from './registries.queries'
import { readRegistriesSearch } from './registries.search'

export const registriesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.registries.to,
  staticData: { page: pages.registries },
  validateSearch: readRegistriesSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(registriesQuery(deps))
  },
  component: lazyPage(() => withTexts(import('./registries-page'), 'registries'), 'RegistriesPage'),
})
