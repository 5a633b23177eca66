import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, server } from '../testing/server'

let account: object
let secret: string | undefined
let asked: unknown[]

beforeEach(() => {
  account = { has_password: false, identity_sources: ['oidc'] }
  secret = undefined
  asked = []
  const meta = { id: 1, user_id: 7, subiss: 'kim', creation_time: admin.creation_time, update_time: admin.update_time }
  server.use(
    http.get(apiPath('/systeminfo'), () =>
      HttpResponse.json(
        { oidc_provider_name: 'Harbour ID', registry_url: 'registry.example.com' },
        { headers: { 'X-Harbor-CSRF-Token': 'token-1' } },
      ),
    ),
    http.get(apiPath('/users/current'), () =>
      HttpResponse.json({ ...admin, user_id: 7, username: 'kim', ...account, oidc_user_meta: { ...meta, secret } }),
    ),
    http.get(apiPath('/users/current/second_factor'), () =>
      HttpResponse.json({ enabled: false, recovery_codes_left: 0 }),
    ),
    http.get(apiPath('/users/current/sessions'), () => HttpResponse.json([])),
    http.get(apiPath('/users/current/tokens'), () => HttpResponse.json([])),
    http.put(apiPath('/users/7/cli_secret'), async ({ request }) => {
      const body = (await request.json()) as { secret: string }
      asked.push(body)
      secret = body.secret || 'berth_cli_made'
      return new HttpResponse()
    }),
  )
})

test('says where the password and the second factor of a provider’s user are', async () => {
  await renderPortal('/profile')
  await screen.findByText(/You sign in at Harbour ID/)
  expect(screen.queryByLabelText('Current password')).toBeNull()
})

test('offers no second factor to whom the provider vouches for', async () => {
  await renderPortal('/profile/security', 'zh-CN')
  await screen.findByText(/您通过 Harbour ID 登录/)
  expect(screen.queryByRole('button', { name: '设置' })).toBeNull()
})

test('leaves the second factor to users of the directory, whose password is there', async () => {
  account = { has_password: false, identity_sources: ['ldap'] }
  const router = await renderPortal('/profile')
  await screen.findByText(/your directory password/)
  await router.navigate({ to: '/profile/security' })
  await screen.findByRole('button', { name: 'Set up' })
})

test('keeps both for who has a password here as well', async () => {
  account = { has_password: true, identity_sources: ['oidc'] }
  const router = await renderPortal('/profile')
  await screen.findByLabelText('Current password')
  await router.navigate({ to: '/profile/security' })
  await screen.findByRole('button', { name: 'Set up' })
})

test('makes a CLI secret and shows it once, then takes one of the user’s own', async () => {
  await renderPortal('/profile/tokens')
  await userEvent.click(await screen.findByRole('button', { name: 'Make a CLI secret' }))
  await screen.findByText('Left empty, one is made.', { exact: false })
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Make a CLI secret' }))
  await screen.findByText('berth_cli_made')
  await userEvent.click(screen.getByRole('button', { name: 'I have kept it' }))
  await waitFor(() => expect(screen.queryByText('berth_cli_made')).toBeNull())
  await userEvent.click(await screen.findByRole('button', { name: 'New CLI secret' }))
  await userEvent.type(await screen.findByLabelText('One of your own choice'), 'weak')
  await screen.findByText('Not strong enough yet.')
  await userEvent.type(screen.getByLabelText('One of your own choice'), 'NessNo4')
  const dialog = screen.getByRole('dialog', { name: 'New CLI secret' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'New CLI secret' }))
  await screen.findByText('weakNessNo4')
  expect(asked).toEqual([{ secret: '' }, { secret: 'weakNessNo4' }])
})

test('shows no CLI secret to users of no provider', async () => {
  account = { has_password: true, identity_sources: [] }
  await renderPortal('/profile/tokens')
  await screen.findByText('No access tokens yet')
  expect(screen.queryByText('CLI secret')).toBeNull()
})
