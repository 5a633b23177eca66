import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'

export const systemStatusRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.systemStatus.to,
  staticData: { page: pages.systemStatus },
  component: lazyPage(() => withTexts(import('./system-status-page'), 'systemStatus'), 'SystemStatusPage'),
})
