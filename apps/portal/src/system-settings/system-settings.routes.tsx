import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { settingsQuery } from './system-settings.queries'

export const systemSettingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.systemSettings.to,
  staticData: { page: pages.systemSettings },
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(settingsQuery)
  },
  component: lazyPage(() => withTexts(import('./system-settings-page'), 'systemSettings'), 'SystemSettingsPage'),
})
