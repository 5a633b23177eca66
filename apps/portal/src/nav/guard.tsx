import { useMatches } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../components/on-demand'
import { StatusScene } from '../errors/status-scene'
import { ToProjects } from '../errors/to-projects'
import { type Scope, useRights } from '../session/rights.queries'
import type { Page } from './pages'

/** It holds the table of permissions, which no page that is shown needs. */
const PageRefused = lazyPart(async () => (await import('../rights/page-refused')).PageRefused)

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The entry of the table of pages, whose right the guard asks for. */
    page?: Page
  }
}

/** Lets through to the page that is open whoever may see it, and tells everyone else how to get there. */
export function Guard({ scope, children }: { scope: Scope; children: ReactNode }) {
  const { t } = useTranslation()
  const { may, isWaiting } = useRights(scope)
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData.page })
  const isOurs = (page?.place === 'project') === (scope !== 'system')
  if (page?.needs === undefined || !isOurs || may(page.needs)) return children
  if (isWaiting) return <Skeleton active />
  return scope === 'system' ? (
    <StatusScene title={t('nav.refused')} text={t('nav.refusedNext')}>
      <ToProjects />
    </StatusScene>
  ) : (
    <Suspense fallback={<Skeleton active />}>
      <PageRefused project={scope.project} needs={page.needs} />
    </Suspense>
  )
}
