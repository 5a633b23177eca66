import '@fontsource-variable/inter/wght.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { currentUserQuery } from './account/session.queries'
import { createQueryClient } from './api/query-client'
import { Portal } from './app'
import { startI18n } from './i18n/i18n'
import { createPortalRouter } from './router'
import './theme/portal.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html lacks #root')

await startI18n()
const queries = createQueryClient(() => {
  queries.setQueryData(currentUserQuery.queryKey, null)
  void router.invalidate()
})
const router = createPortalRouter(queries)

// The splash of index.html stays until the first page is complete.
await router.load()

createRoot(root).render(
  <StrictMode>
    <Portal queries={queries} router={router} />
  </StrictMode>,
)
