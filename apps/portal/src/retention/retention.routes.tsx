import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { projectRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { readRunsSearch } from '../runs/runs.search'

// Without loaders: what asks for their data comes with the pages, or every page of the portal would weigh more.
const load = () => withTexts(import('./rules-pages'), 'retention', 'tagRules')

export const tagRulesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/tag-rules',
  staticData: { page: pages.tagRules },
  component: lazyPage(load, 'TagRulesPage'),
})

export const retentionRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/retention',
  staticData: { page: pages.retention },
  validateSearch: readRunsSearch,
  component: lazyPage(load, 'RetentionPage'),
})
