import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { settingsQuery } from '../system-settings/system-settings.queries'

export const authenticationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.authentication.to,
  staticData: { page: pages.authentication },
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(settingsQuery)
  },
  component: lazyPage(
    () => withTexts(import('./authentication-page'), 'authentication', 'systemSettings'),
    'AuthenticationPage',
  ),
})
