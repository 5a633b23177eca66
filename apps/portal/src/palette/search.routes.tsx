import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { type ListSearch, readListSearch } from '../lists/list-state'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'

export const searchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/search',
  validateSearch: (raw: Record<string, unknown>): ListSearch => readListSearch(raw, []),
  component: lazyPage(() => withTexts(import('./search-page'), 'palette'), 'SearchPage'),
})
