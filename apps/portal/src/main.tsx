import '@fontsource-variable/inter/wght.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { whyMissing } from './api/missing-code'
import { Portal } from './app'
import { reportCaught } from './errors/report-caught'
import { startI18n } from './i18n/i18n'
import { createPortal } from './portal'
import './theme/portal.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html lacks #root')

window.addEventListener('vite:preloadError', ({ payload }) => void whyMissing(payload))

const { queries, router } = createPortal()

// The splash of index.html stays until texts, code and the reader's session are there; the page's data comes beside them.
await Promise.all([startI18n(), router.load()])

createRoot(root, { onCaughtError: reportCaught }).render(
  <StrictMode>
    <Portal queries={queries} router={router} />
  </StrictMode>,
)
