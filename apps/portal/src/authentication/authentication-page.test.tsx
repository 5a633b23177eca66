import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, server } from '../testing/server'

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
