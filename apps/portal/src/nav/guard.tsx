import { useMatches, useRouter } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isSomethingTyped } from '../browser/typed'
import { lazyPart } from '../components/on-demand'
import { type Scope, useRights } from '../session/rights.queries'
import { useSignedInUser } from '../session/session.queries'
import type { Page } from './pages'
import { toSignIn } from './to-sign-in'

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
  const isSomebody = useSignedInUser().username !== ''
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData.page })
  const isOurs = (page?.place === 'project') === (scope !== 'system')
  // Rights that go with a session leave what is typed there.
  if (page?.needs === undefined || !isOurs || may(page.needs) || isSomethingTyped()) return children
  if (isWaiting) return <Skeleton active />
  return isSomebody ? (
    <Suspense fallback={<Skeleton active />}>
      <PageRefused scope={scope} needs={page.needs} title={page.title(t)} />
    </Suspense>
  ) : (
    <ToSignIn />
  )
}

/** Whoever signs in may turn out to have the right. */
function ToSignIn() {
  const router = useRouter()
  useEffect(() => toSignIn(router), [router])
  return <Skeleton active />
}
