import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, refusal, server } from '../testing/server'

const setting = (key: string, more: object) => ({
  key,
  group: 'ldap',
  description: { en: `About ${key}`, zh: `关于 ${key}` },
  secret: false,
  editable: true,
  in_effect: true,
  ...more,
})
const user = userEvent.setup({ pointerEventsCheck: 0 })
let tried: unknown

beforeEach(() => {
  tried = undefined
  server.use(
    http.get(apiPath('/settings'), () =>
      HttpResponse.json([
        setting('ldap_url', { kind: 'text', value: 'ldap://one' }),
        setting('ldap_search_password', { kind: 'text', secret: true }),
        setting('ldap_timeout', { kind: 'number', value: 5, minimum: 1, maximum: 300 }),
        { ...setting('read_only', { kind: 'flag', value: false }), group: 'system' },
      ]),
    ),
    http.post(apiPath('/ldap/ping'), async ({ request }) => {
      tried = await request.json()
      return HttpResponse.json({ success: false, message: 'in words of the server', reason: 'account-refused' })
    }),
  )
})

test('tries out what is typed before it is saved, and says what is wrong in the reader’s language', async () => {
  await renderPortal('/authentication', 'zh-CN')
  const url = await screen.findByLabelText('关于 ldap_url')
  await user.clear(url)
  await user.type(url, 'ldaps://two')
  await user.type(screen.getByLabelText('关于 ldap_search_password'), 'hunter2')
  await user.click(screen.getByRole('button', { name: '测试连接' }))
  await waitFor(() =>
    expect(tried).toEqual({ ldap_url: 'ldaps://two', ldap_search_password: 'hunter2', ldap_connection_timeout: 5 }),
  )
  await screen.findByText(/搜索账户的 DN 或密码错误/)
})

test('shows the settings of sources alone, which the system’s page does not', async () => {
  await renderPortal('/authentication')
  await screen.findByText('About ldap_url')
  expect(screen.queryByText('About read_only')).toBeNull()
})

test.each([
  ['en-US', 'About oidc_endpoint', 'Test the provider', 'it calls itself https://two'],
  ['zh-CN', '关于 oidc_endpoint', '测试提供方', '它自称 https://two'],
] as const)('tries the provider out that is typed, in %s', async (language, label, button, refused) => {
  const asked: unknown[] = []
  server.use(
    http.get(apiPath('/settings'), () =>
      HttpResponse.json([
        { ...setting('oidc_endpoint', { kind: 'text', value: '' }), group: 'oidc' },
        { ...setting('oidc_verify_cert', { kind: 'flag', value: true }), group: 'oidc' },
      ]),
    ),
    http.post(apiPath('/system/oidc/ping'), async ({ request }) => {
      asked.push(await request.json())
      return asked.length === 1 ? refusal(400, 'BAD_REQUEST', refused, 'OIDC_UNREACHABLE') : new HttpResponse()
    }),
  )
  await renderPortal('/authentication', language)
  const endpoint = await screen.findByLabelText(label)
  expect(screen.getByRole('button', { name: button })).toHaveProperty('disabled', true)
  expect(screen.getByText(/\/c\/oidc\/callback$/)).toBeTruthy()
  await user.type(endpoint, 'https://one')
  await user.click(screen.getByRole('button', { name: button }))
  expect((await screen.findByRole('alert')).textContent).toContain(refused)
  await user.click(screen.getByRole('button', { name: button }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  const one = { url: 'https://one', verify_cert: true }
  expect(asked).toEqual([one, one])
})
