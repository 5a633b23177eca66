import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { reportCaught } from './report-caught'
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

const nothing = 'There is no such thing.'
test.each([
  ['/projects/dev/repositories/httpd', /\/dev\/repositories\/httpd\/tags$/, '/projects/dev'],
  ['/projects/dev/repositories/httpd?view=untagged', /\/dev\/repositories\/httpd\/artifacts$/, '/projects/dev'],
  ['/projects/dev/artifacts/httpd:v1', /\/dev\/repositories\/httpd\//, '/projects/dev'],
  ['/replications/7', /\/replication\//, '/replications'],
])('%s of something that does not exist is one page, without tabs, and leads up', async (path, asked, up) => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json([
        { resource: 'repository', action: 'list' },
        { resource: 'replication-policy', action: 'list' },
        { resource: 'replication', action: 'list' },
      ]),
    ),
    http.get(asked, () => refusal(404, 'NOT_FOUND', nothing)),
  )
  const logged = vi.spyOn(console, 'error')
  await renderPortal(path)
  await screen.findByRole('heading', { level: 1, name: nothing })
  expect(logged).not.toHaveBeenCalled()
  expect(screen.queryByRole('navigation', { name: /Sections/ })).toBeNull()
  const links = screen.getAllByRole('link', { name: /^To / })
  expect(links.map((link) => link.getAttribute('href'))).toEqual([up])
})

test('a project that does not exist is no way up', async () => {
  server.use(
    http.get(/\/projects\/dev/, () => refusal(404, 'NOT_FOUND', nothing, 'PROJECT_NOT_FOUND')),
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json([])),
  )
  await renderPortal('/projects/dev/members')
  await screen.findByRole('heading', { level: 1, name: nothing })
  expect(screen.queryByRole('link', { name: /^To / })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Members' })).toBeNull()
})

test('an artifact that does not exist is called by a short digest, and leads to its repository', async () => {
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
  const told = (name: string) => `There is no artifact ${name} in dev/httpd.`
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(/\/dev\/repositories\/httpd\//, () => refusal(404, 'NOT_FOUND', told(digest), 'ARTIFACT_NOT_FOUND')),
  )
  await renderPortal(`/projects/dev/artifacts/httpd@${digest}`)
  const headline = await screen.findByRole('heading', { level: 1, name: told('sha256:0123456789ab') })
  expect(headline.title).toBe(told(digest))
  expect(screen.getByRole('link', { name: 'To httpd' }).getAttribute('href')).toBe('/projects/dev/repositories/httpd')
})

test('what a page fails of is told to the console', () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  const fault = new Error('It broke.')
  reportCaught(fault)
  expect(logged).toHaveBeenCalledWith(fault)
})
