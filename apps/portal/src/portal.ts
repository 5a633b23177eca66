import { hashKey } from '@tanstack/react-query'
import type { RouterHistory } from '@tanstack/react-router'
import { createQueryClient } from './api/query-client'
import { isSomethingTyped } from './browser/typed'
import { withTexts } from './i18n/i18n'
import { toSignIn } from './nav/to-sign-in'
import { createPortalRouter, type PortalRouter } from './router'
import { currentUserQuery, type SignedInUser } from './session/session.queries'

const userHash = hashKey(currentUserQuery.queryKey)

/** That the session has ended, where the page stays with what is typed there. */
async function tellEnded({ latestLocation }: PortalRouter): Promise<void> {
  const { tellEndedHere } = await withTexts(import('./shell/tell-ended'), 'shellLater')
  await tellEndedHere(latestLocation.href)
}

/** What the portal works with. `history` stands in for the browser's address bar in tests. */
export function createPortal(history?: RouterHistory) {
  let reader: SignedInUser | null = null
  const end = () => {
    const ended = reader !== null
    if (ended && isSomethingTyped()) {
      queries.setQueryData(currentUserQuery.queryKey, reader)
      void tellEnded(router).catch(() => toSignIn(router, true))
      return
    }
    queries.setQueryData(currentUserQuery.queryKey, null)
    toSignIn(router, ended)
  }
  const queries = createQueryClient(end)
  const router = createPortalRouter(queries, history)
  // Who is signed in is asked for again, too, when the reader comes back to the page. That it is nobody by now is no failure there.
  queries.getQueryCache().subscribe((event) => {
    if (event.query.queryHash !== userHash || event.type !== 'updated' || event.action.type !== 'success') return
    const { data, manual } = event.action
    if (reader !== null && data === null && manual !== true) end()
    else reader = data
  })
  // A new page begins at its top, for the keyboard as well.
  router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged) document.getElementById('content')?.focus({ preventScroll: true })
  })
  return { queries, router }
}
