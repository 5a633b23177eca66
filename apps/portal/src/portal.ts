import { hashKey } from '@tanstack/react-query'
import type { RouterHistory } from '@tanstack/react-router'
import { createQueryClient } from './api/query-client'
import { toSignIn } from './nav/to-sign-in'
import { createPortalRouter } from './router'
import { currentUserQuery } from './session/session.queries'

const userHash = hashKey(currentUserQuery.queryKey)

/** What the portal works with. `history` stands in for the browser's address bar in tests. */
export function createPortal(history?: RouterHistory) {
  let isSomebody = false
  const queries = createQueryClient(() => {
    const ended = isSomebody
    queries.setQueryData(currentUserQuery.queryKey, null)
    toSignIn(router, ended)
  })
  const router = createPortalRouter(queries, history)
  // Who is signed in is asked for again, too, when the reader comes back to the page. That it is nobody by now is no failure there.
  queries.getQueryCache().subscribe((event) => {
    if (event.query.queryHash !== userHash || event.type !== 'updated' || event.action.type !== 'success') return
    const hasEnded = isSomebody && event.action.data === null && event.action.manual !== true
    isSomebody = event.action.data !== null
    if (hasEnded) toSignIn(router, true)
  })
  // A new page begins at its top, for the keyboard as well.
  router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged) document.getElementById('content')?.focus({ preventScroll: true })
  })
  return { queries, router }
}
