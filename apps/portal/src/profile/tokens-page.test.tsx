import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, refusal, server } from '../testing/server'

const token = (id: number, name: string, more: object = {}) => ({
  id,
  name,
  access: 'read',
  permissions: [],
  system_permissions: [],
  creation_time: '2026-11-24T12:00:00.000Z',
  expired: false,
  expires_soon: false,
  ...more,
})
let tokens: ReturnType<typeof token>[]

beforeEach(() => {
  tokens = []
  server.use(http.get(apiPath('/users/current/tokens'), () => HttpResponse.json(tokens)))
})

test('leads from none to the first one, whose secret is shown once', async () => {
  server.use(
    http.post(apiPath('/users/current/tokens'), async ({ request }) => {
      const asked = await request.json()
      expect(asked).toEqual({
        name: 'ci',
        access: 'write',
        duration: 30,
        permissions: [],
        system_permissions: [],
        repositories: ['app*'],
      })
      tokens = [token(1, 'ci', { access: 'write', repositories: ['app*'] })]
      return HttpResponse.json({ ...tokens[0], secret: 'berth_pat_secret' }, { status: 201 })
    }),
  )
  await renderPortal('/profile/tokens')
  await userEvent.click(await screen.findByRole('button', { name: 'New access token' }))
  await userEvent.type(await screen.findByLabelText('Name'), 'ci')
  await userEvent.click(screen.getByRole('radio', { name: /Read and write/ }))
  await userEvent.type(screen.getByLabelText('Repositories'), 'app*{Enter}')
  await userEvent.click(screen.getByRole('button', { name: 'Create' }))
  await screen.findByText('berth_pat_secret')
  screen.getByText('docker login registry.example.com -u admin')
  await userEvent.click(screen.getByRole('button', { name: 'I have kept it' }))
  await waitFor(() => expect(screen.queryByText('berth_pat_secret')).toBeNull())
  within(await screen.findByRole('table', { name: 'Access tokens' })).getByText(/Read and write · Every project: app\*/)
})

test('says why one is not made', async () => {
  server.use(
    http.post(apiPath('/users/current/tokens'), () =>
      refusal(422, 'UNPROCESSABLE_ENTITY', 'An access token lives at most 10 days here.', 'TOKEN_LIVES_TOO_LONG'),
    ),
  )
  await renderPortal('/profile/tokens')
  await userEvent.click(await screen.findByRole('button', { name: 'New access token' }))
  await userEvent.type(await screen.findByLabelText('Name'), 'ci')
  await userEvent.click(screen.getByRole('button', { name: 'Create' }))
  expect((await screen.findByRole('alert')).textContent).toContain('at most 10 days')
})

test('says in Chinese which expire soon, and revokes one', async () => {
  tokens = [token(1, 'ci', { expires_soon: true, expiration_time: '2026-11-28T12:00:00.000Z' }), token(2, 'laptop')]
  server.use(
    http.delete(apiPath('/users/current/tokens/2'), () => {
      tokens = tokens.slice(0, 1)
      return new HttpResponse()
    }),
  )
  await renderPortal('/profile/tokens', 'zh-CN')
  expect((await screen.findByRole('alert')).textContent).toContain('1 个访问令牌将在一周内到期：ci')
  await userEvent.click(screen.getByRole('button', { name: '撤销 laptop' }))
  await userEvent.click(await screen.findByRole('button', { name: /^撤\s?销$/ }))
  await waitFor(() => expect(screen.queryByText('laptop')).toBeNull())
})

test('makes one with chosen rights', async () => {
  const asked: unknown[] = []
  server.use(
    http.post(apiPath('/users/current/tokens'), async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json({ ...token(1, 'ci', { access: 'chosen' }), secret: 'berth_pat_secret' }, { status: 201 })
    }),
  )
  await renderPortal('/profile/tokens')
  await userEvent.click(await screen.findByRole('button', { name: 'New access token' }))
  await userEvent.type(await screen.findByLabelText('Name'), 'ci')
  await userEvent.click(screen.getByRole('radio', { name: /Chosen rights/ }))
  const rights = await screen.findByRole('group', { name: 'Rights in projects' })
  await userEvent.click(within(rights).getByRole('button', { name: 'Nothing' }))
  await userEvent.click(screen.getByRole('button', { name: 'Create' }))
  expect(await screen.findByText('Choose one right at least.')).toBeTruthy()
  await userEvent.click(within(rights).getByRole('button', { name: 'Pull and push' }))
  await userEvent.click(screen.getByRole('button', { name: 'Create' }))
  await screen.findByText('berth_pat_secret')
  expect(asked).toMatchObject([
    {
      access: 'chosen',
      permissions: [
        { resource: 'repository', action: 'pull' },
        { resource: 'repository', action: 'push' },
      ],
      system_permissions: [],
    },
  ])
})
