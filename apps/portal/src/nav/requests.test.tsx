import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { listPages } from '../../checks/list-pages'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

afterEach(() => {
  server.events.removeAllListeners()
})

test.each(listPages)('$path asks for what the budget of its requests says', async ({ path, list, asks }) => {
  const asked: string[] = []
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 0 })),
    http.get(apiPath('/system/gc/schedule'), () => new HttpResponse(null, { status: 200 })),
    http.get(/\/(members|tags|users|gc|auditlog-exts)$/, () => listAnswer([])),
    // Of a project without one, the page shows how to push.
    http.get(/\/repositories$/, () => listAnswer([{ name: 'dev/httpd', artifact_count: 1 }])),
  )
  server.events.on('request:start', ({ request }) => {
    asked.push(new URL(request.url).pathname.replace('/api/v2.0', ''))
  })
  await renderPortal(path)
  const table = await screen.findByRole('table', { name: list })
  await expect.poll(() => table.getAttribute('aria-busy')).toBe('false')
  expect(asked.toSorted()).toEqual(asks.toSorted())
})
