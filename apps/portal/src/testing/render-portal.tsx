import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { createQueryClient } from '../api/query-client'
import { Portal } from '../app'
import { startI18n } from '../i18n/i18n'
import type { Language } from '../i18n/languages'
import { createPortalRouter } from '../router'

/** The whole portal at `path`, as a reader of `language` sees it; the router tells the address. */
export async function renderPortal(path: string, language: Language = 'en-US') {
  localStorage.setItem('berth-language', language)
  await startI18n()
  const queries = createQueryClient(() => undefined)
  queries.setDefaultOptions({ queries: { retry: false } })
  const router = createPortalRouter(queries, createMemoryHistory({ initialEntries: [path] }))
  render(<Portal queries={queries} router={router} />)
  return router
}
