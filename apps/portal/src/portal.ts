import type { RouterHistory } from '@tanstack/react-router'
import { createQueryClient } from './api/query-client'
import { createPortalRouter } from './router'
import { currentUserQuery } from './session/session.queries'

/** What the portal works with. `history` stands in for the browser's address bar in tests. */
export function createPortal(history?: RouterHistory) {
  const queries = createQueryClient(() => {
    // Whoever was not signed in to begin with is led to the sign-in page by the router.
    if (!queries.getQueryData(currentUserQuery.queryKey)) return
    queries.setQueryData(currentUserQuery.queryKey, null)
    void router.invalidate()
  })
  const router = createPortalRouter(queries, history)
  return { queries, router }
}
