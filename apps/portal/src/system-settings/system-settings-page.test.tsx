import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Language } from '../i18n/languages'
import { renderPortal } from '../testing/render-portal'
import { apiPath, refusal, server } from '../testing/server'

const setting = (key: string, group: string, more: object) => ({
  key,
  group,
  description: { en: `About ${key}`, zh: `关于 ${key}` },
  secret: false,
  editable: true,
  in_effect: true,
  ...more,
})
const settings = [
  setting('session_timeout', 'access', { kind: 'number', value: 60, minimum: 1, maximum: 100 }),
  setting('auth_mode', 'access', { kind: 'text', value: 'db_auth', editable: false }),
  setting('read_only', 'system', { kind: 'flag', value: false }),
  setting('banner_message', 'system', { kind: 'text', value: '', max_length: 10 }),
  setting('notification_enable', 'system', { kind: 'flag', value: true, in_effect: false }),
  setting('uaa_client_secret', 'uaa', { kind: 'text', secret: true }),
  setting('ldap_url', 'ldap', { kind: 'text', value: '' }),
]
const user = userEvent.setup({ pointerEventsCheck: 0 })
let sent: unknown

beforeEach(() => {
  sent = undefined
  server.use(
    http.get(apiPath('/settings'), () => HttpResponse.json(settings)),
    http.put(apiPath('/configurations'), async ({ request }) => {
      sent = await request.json()
      return new HttpResponse()
    }),
  )
})

const open = (language?: Language) => renderPortal('/settings', language)

test('shows each group of its own with what the settings are, in the reader’s language', async () => {
  await open('zh-CN')
  await screen.findByText('关于 session_timeout')
  expect(screen.queryByText('关于 ldap_url')).toBeNull()
  expect(screen.getByText('已保存，但目前不起作用')).toBeTruthy()
  expect(screen.getByLabelText('关于 auth_mode')).toHaveProperty('disabled', true)
})

test('sends what has changed, and nothing else', async () => {
  await open()
  await screen.findByText('About banner_message')
  expect(screen.queryByRole('region', { name: /not saved yet/ })).toBeNull()
  await user.click(await screen.findByRole('switch', { name: 'About read_only' }))
  await user.type(screen.getByLabelText('About uaa_client_secret'), 'hunter2')
  expect(screen.getByRole('region', { name: '2 changes are not saved yet' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sent).toEqual({ read_only: true, uaa_client_secret: 'hunter2' }))
})

test('holds values against the server’s bounds before it sends them', async () => {
  await open()
  const timeout = await screen.findByLabelText('About session_timeout')
  await user.clear(timeout)
  await user.type(timeout, '101')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('A whole number from 1 to 100.')
  expect(sent).toBeUndefined()
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect(timeout).toHaveProperty('value', '60')
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})

test.each([
  ['Go on writing', '/settings'],
  ['Discard', '/projects'],
])('asks before changes are left behind: %s', async (answer, path) => {
  const router = await open()
  await user.type(await screen.findByLabelText('About banner_message'), 'Hello')
  void router.navigate({ to: '/projects' })
  const question = await screen.findByRole('dialog', { name: 'Discard what you entered?' })
  await user.click(within(question).getByRole('button', { name: answer }))
  await waitFor(() => expect(router.state.location.pathname).toBe(path))
})

test('tells what the server refuses, and keeps what was typed', async () => {
  server.use(
    http.put(apiPath('/configurations'), () =>
      refusal(400, 'BAD_REQUEST', 'The setting cannot be changed.', 'SETTING_NEEDS'),
    ),
  )
  await open()
  const banner = await screen.findByLabelText('About banner_message')
  await user.type(banner, 'Hello')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('The setting cannot be changed.')
  expect(banner).toHaveProperty('value', 'Hello')
})
