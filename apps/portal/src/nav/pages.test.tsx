import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, project, server } from '../testing/server'
import { pagesAt } from './pages'

test('lists a page where its right is held, and one without a right for everybody', () => {
  expect(pagesAt(() => false, 'main', 'administration').map(({ to }) => to)).toEqual(['/projects'])
  expect(pagesAt((permission) => permission === 'user:list', 'administration').map(({ to }) => to)).toEqual(['/users'])
})

test('tells whoever finds the way to a page of a project without its right who can open it', async () => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({}, { status: 403 })),
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json([{ resource: 'repository', action: 'list' }]),
    ),
  )
  await renderPortal('/projects/dev/settings')
  await screen.findByText('This page is for those who run the project')
  expect(
    screen.getByText(/You do not have the right to change the project\. Roles that have it: Project admin\./),
  ).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Settings' })).toBeNull()
  expect(screen.queryByRole('switch')).toBeNull()
})

test('asks for the reader, the code and the rows of a page in one round', async () => {
  const order: string[] = []
  let answer: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  server.events.on('request:start', ({ request }) => {
    order.push(new URL(request.url).pathname.replace('/api/v2.0', ''))
  })
  server.use(
    http.get(apiPath('/users/current'), async () => {
      await held
      return HttpResponse.json({}, { status: 401 })
    }),
  )
  void renderPortal('/projects')
  await expect.poll(() => order, { timeout: 8000 }).toContain('/projects')
  expect(order).toContain('/users/current')
  expect(order).toContain('/users/current/permissions')
  answer()
  await screen.findByRole('button', { name: 'Sign in' })
  server.events.removeAllListeners()
})

test('asks for the rights in a project beside the project, by its name', async () => {
  const scopes: (string | null)[] = []
  server.use(
    http.get(apiPath('/projects/:name'), () => new Promise<never>(() => undefined)),
    http.get(apiPath('/users/current/permissions'), ({ request }) => {
      scopes.push(new URL(request.url).searchParams.get('scope'))
      return HttpResponse.json([])
    }),
  )
  void renderPortal('/projects/2024/members')
  await expect.poll(() => scopes, { timeout: 8000 }).toContain('/project/2024')
})
