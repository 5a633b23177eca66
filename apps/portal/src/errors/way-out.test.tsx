import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, project, refusal, server } from '../testing/server'

test.each([
  [403, 'FORBIDDEN', '/projects/dev'],
  [404, 'NOT_FOUND', '/projects/dev'],
  [403, 'FORBIDDEN', '/projects/dev/repositories/httpd'],
  [404, 'NOT_FOUND', '/projects/dev/repositories/httpd?view=untagged'],
])('after %i %s leads from %s to the projects', async (status, code, path) => {
  server.use(
    http.get(/\/projects\/dev($|\/)/, () => refusal(status, code, 'It is not for you.')),
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json([])),
  )
  const router = await renderPortal(path)
  await screen.findAllByText('It is not for you.')
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  const [wayOut] = screen.getAllByRole('button', { name: 'To the projects' })
  if (wayOut) await userEvent.click(wayOut)
  await expect.poll(() => router.state.location.pathname).toBe('/projects')
})

test('offers to try again, and no way out, where that may help', async () => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(/\/dev\/repositories\/httpd\/tags$/, () => refusal(503, 'UNAVAILABLE', '')),
  )
  await renderPortal('/projects/dev/repositories/httpd')
  await screen.findByRole('button', { name: 'Try again' })
  expect(screen.queryByRole('button', { name: 'To the projects' })).toBeNull()
})
