import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { readReplicationsSearch } from './replications.search'
import { readRunsSearch } from '../runs/runs.search'

// Their queries come with their code: few open these pages, and every page would carry them.
export const replicationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.replications.to,
  staticData: { page: pages.replications },
  validateSearch: readReplicationsSearch,
  component: lazyPage(() => withTexts(import('./replications-page'), 'replications'), 'ReplicationsPage'),
})

export const replicationRuleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: `${pages.replications.to}/$rule`,
  staticData: { page: pages.replications },
  validateSearch: readRunsSearch,
  component: lazyPage(() => withTexts(import('./rule-page'), 'replications'), 'RulePage'),
})
