import { hashKey } from '@tanstack/react-query'
import type { RouterHistory } from '@tanstack/react-router'
import { createQueryClient } from './api/query-client'
import { createPortalRouter } from './router'
import { currentUserQuery } from './session/session.queries'

const userHash = hashKey(currentUserQuery.queryKey)

/** What the portal works with. `history` stands in for the browser's address bar in tests. */
export function createPortal(history?: RouterHistory) {
  const queries = createQueryClient(() => {
    // Whoever was not signed in to begin with is led to the sign-in page by the router.
    if (!queries.getQueryData(currentUserQuery.queryKey)) return
    queries.setQueryData(currentUserQuery.queryKey, null)
    void router.invalidate()
  })
  const router = createPortalRouter(queries, history)
  // Who is signed in is asked for again, too, when the reader comes back to the page. That it is nobody by now is no failure there.
  queries.getQueryCache().subscribe((event) => {
    if (event.query.queryHash !== userHash || event.type !== 'updated' || event.action.type !== 'success') return
    const isNobody = event.action.data === null && event.action.manual !== true
    if (isNobody && router.state.status === 'idle') void router.invalidate()
  })
  return { queries, router }
}
