import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { projectRoute } from '../nav/frame.routes'
import { pages } from '../nav/pages'

export const webhooksRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/webhooks',
  staticData: { page: pages.webhooks },
  component: lazyRouteComponent(() => withTexts(import('./webhooks-page'), 'webhooks'), 'WebhooksPage'),
})
