import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, refusal, server } from '../testing/server'

const codes = ['abcde-fghjk', 'mnpqr-stuvw']
const session = (id: string, current: boolean, client: string) => ({
  id,
  current,
  client,
  address: '192.0.2.7',
  creation_time: '2026-11-24T11:00:00.000Z',
  last_seen: '2026-11-24T12:00:00.000Z',
})
let factor: object
let sessions: ReturnType<typeof session>[]

beforeEach(() => {
  factor = { enabled: false, recovery_codes_left: 0 }
  sessions = [
    session('here', true, 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'),
    session('there', false, 'curl/8.14.1'),
  ]
  server.use(
    http.get(apiPath('/users/current/second_factor'), () => HttpResponse.json(factor)),
    http.get(apiPath('/users/current/sessions'), () => HttpResponse.json(sessions)),
  )
})

test('leads to a second factor: password, code, recovery codes', async () => {
  server.use(
    http.post(apiPath('/users/current/second_factor'), async ({ request }) => {
      expect(await request.json()).toEqual({ password: 'Passw0rd' })
      return HttpResponse.json({
        secret: 'GEZDGNBVGY3TQOJQ',
        uri: 'otpauth://totp/Berth:admin?secret=GEZDGNBVGY3TQOJQ',
      })
    }),
    http.post(apiPath('/users/current/second_factor/enable'), async ({ request }) => {
      const { code } = (await request.json()) as { code: string }
      if (code !== '123456') return refusal(403, 'FORBIDDEN', 'This code is wrong.', 'BAD_CODE')
      factor = { enabled: true, enabled_time: '2026-11-24T12:00:00.000Z', recovery_codes_left: 2 }
      return HttpResponse.json({ recovery_codes: codes })
    }),
  )
  await renderPortal('/profile/security')
  await userEvent.click(await screen.findByRole('button', { name: 'Set up' }))
  await userEvent.type(await screen.findByLabelText('Current password'), 'Passw0rd')
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
  await screen.findByRole('img', { name: 'QR code of the secret' })
  screen.getByText('GEZDGNBVGY3TQOJQ')
  await userEvent.type(screen.getByLabelText('Code of your app'), '000000')
  await userEvent.click(screen.getByRole('button', { name: 'Switch on' }))
  expect((await screen.findByRole('alert')).textContent).toContain('This code is wrong.')
  await userEvent.clear(screen.getByLabelText('Code of your app'))
  await userEvent.type(screen.getByLabelText('Code of your app'), '123456')
  await userEvent.click(screen.getByRole('button', { name: 'Switch on' }))
  await screen.findByText(/abcde-fghjk/)
  expect(screen.getByRole('link', { name: /Save as a file/ }).getAttribute('download')).toContain(
    'recovery-codes-admin',
  )
  await userEvent.click(screen.getByRole('button', { name: 'I have kept them' }))
  await screen.findByRole('button', { name: 'Switch off' })
  await waitFor(() => expect(screen.queryByText(/abcde-fghjk/)).toBeNull())
  screen.getByText(/2 recovery codes left/)
})

test('says that an administrator took the second factor away', async () => {
  factor = { enabled: false, removed_time: '2026-11-24T12:00:00.000Z', recovery_codes_left: 0 }
  await renderPortal('/profile/security', 'zh-CN')
  await screen.findByText(/管理员已移除您的双重验证/)
})

test('lists sessions, and ends another one', async () => {
  server.use(
    http.delete(apiPath('/users/current/sessions/there'), () => {
      sessions = sessions.filter(({ current }) => current)
      return new HttpResponse()
    }),
  )
  await renderPortal('/profile/security')
  const table = await screen.findByRole('table', { name: 'Sessions' })
  await within(table).findByText(/Firefox on Linux/)
  within(table).getByText('This one')
  await userEvent.click(within(table).getByRole('button', { name: 'End the session of curl' }))
  await waitFor(() => expect(within(table).queryByText('curl')).toBeNull())
  expect(screen.queryByRole('button', { name: 'End all others' })).toBeNull()
})
