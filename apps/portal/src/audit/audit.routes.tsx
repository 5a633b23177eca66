import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { projectRoute, shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { readRunsSearch } from '../runs/runs.search'
import { readAuditSearch } from './audit.search'

// Their queries come with their code: few open these pages, and every page would carry them.
export const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.auditLog.to,
  staticData: { page: pages.auditLog },
  validateSearch: readAuditSearch,
  component: lazyPage(() => withTexts(import('./audit-page'), 'audit'), 'AuditPage'),
})

export const projectAuditRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/audit-log',
  staticData: { page: pages.projectAudit },
  validateSearch: readAuditSearch,
  component: lazyPage(() => withTexts(import('./project-audit-page'), 'audit'), 'ProjectAuditPage'),
})

export const keepingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.auditKeeping.to,
  staticData: { page: pages.auditKeeping },
  validateSearch: readRunsSearch,
  component: lazyPage(() => withTexts(import('./keeping-page'), 'audit'), 'KeepingPage'),
})
