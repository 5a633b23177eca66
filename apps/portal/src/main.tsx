import '@fontsource-variable/inter/wght.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/query-client'
import { Portal } from './app'
import { startI18n } from './i18n/i18n'
import { createPortalRouter } from './router'
import { currentUserQuery } from './session/session.queries'
import './theme/portal.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html lacks #root')

const queries = createQueryClient(() => {
  // Whoever was not signed in to begin with is led to the sign-in page by the router.
  if (!queries.getQueryData(currentUserQuery.queryKey)) return
  queries.setQueryData(currentUserQuery.queryKey, null)
  void router.invalidate()
})
const router = createPortalRouter(queries)

// The splash of index.html stays until texts, code and the reader's session are there; the page's data comes beside them.
await Promise.all([startI18n(), router.load()])

createRoot(root).render(
  <StrictMode>
    <Portal queries={queries} router={router} />
  </StrictMode>,
)
