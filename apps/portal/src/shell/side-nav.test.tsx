import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, server } from '../testing/server'

const permissions = ['audit-log', 'purge-audit'].map((resource) => ({ resource, action: 'list' }))

test.each([
  ['/audit-log?type=robot', 'Audit log'],
  ['/audit-log/keeping', 'Keeping the audit log'],
])('at %s the side bar marks one page', async (path, name) => {
  server.use(
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json(permissions)),
    http.get(apiPath('/auditlog-exts'), () => listAnswer([])),
    http.get(apiPath('/auditlog-exts/events'), () => HttpResponse.json([])),
    http.get(apiPath('/system/purgeaudit'), () => listAnswer([])),
    http.get(apiPath('/system/purgeaudit/schedule'), () => new HttpResponse()),
  )
  await renderPortal(path)
  await screen.findByRole('heading', { level: 1, name })
  const links = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link')
  const marked = links.filter((link) => link.getAttribute('aria-current') === 'page')
  expect(marked.map((link) => link.textContent?.trim())).toEqual([name])
})
