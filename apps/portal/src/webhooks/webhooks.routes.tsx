import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { projectRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'

export const webhooksRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/webhooks',
  staticData: { page: pages.webhooks },
  component: lazyPage(() => withTexts(import('./webhooks-page'), 'webhooks'), 'WebhooksPage'),
})
