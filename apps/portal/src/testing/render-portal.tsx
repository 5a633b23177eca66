import { createMemoryHistory, type RouterHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { Portal } from '../app'
import { reportCaught } from '../errors/report-caught'
import { startI18n } from '../i18n/i18n'
import type { Language } from '../i18n/languages'
import { createPortal } from '../portal'

/** The whole portal at `path`, as a reader of `language` sees it; the router tells the address. */
export async function renderPortal(
  path: string,
  language: Language = 'en-US',
  history: RouterHistory = createMemoryHistory({ initialEntries: [path] }),
) {
  localStorage.setItem('berth-language', language)
  await startI18n()
  const { queries, router } = createPortal(history)
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } })
  render(<Portal queries={queries} router={router} />, { onCaughtError: reportCaught })
  return router
}
