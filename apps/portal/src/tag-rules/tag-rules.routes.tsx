import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { projectRoute } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { tagRulesQuery } from './tag-rules.queries'

export const tagRulesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/tag-rules',
  staticData: { page: pages.tagRules },
  loader: ({ context: { queries }, params: { project } }) => {
    void queries.prefetchQuery(tagRulesQuery(project))
  },
  component: lazyRouteComponent(() => withTexts(import('./tag-rules-page')), 'TagRulesPage'),
})
