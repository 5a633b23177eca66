import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, listAnswer, server } from '../testing/server'

const kim = { ...admin, user_id: 7, username: 'kim', sysadmin_flag: false }
const token = (id: number, name: string) => ({
  id,
  name,
  access: 'read',
  permissions: [],
  system_permissions: [],
  creation_time: '2026-11-24T12:00:00.000Z',
  expired: false,
  expires_soon: false,
})

test.each([
  ['en-US', 'Actions for kim', 'Access tokens', 'Revoke ci', /^Revoke$/, 'kim has no access tokens.'],
  ['zh-CN', '对 kim 的操作', '访问令牌', '撤销 ci', /^撤\s?销$/, 'kim 没有访问令牌。'],
] as const)(
  'shows what a user’s programs sign in with, and revokes it, in %s',
  async (language, menu, entry, revoke, yes, none) => {
    let tokens = [token(3, 'ci')]
    server.use(
      http.get(apiPath('/users'), () => listAnswer([kim])),
      http.get(apiPath('/users/7/tokens'), () => HttpResponse.json(tokens)),
      http.delete(apiPath('/users/7/tokens/3'), () => {
        tokens = []
        return new HttpResponse()
      }),
    )
    const user = userEvent.setup({ pointerEventsCheck: 0 })
    await renderPortal('/users', language)
    await user.click(await screen.findByRole('button', { name: menu }))
    await user.click(await screen.findByRole('menuitem', { name: entry }))
    const drawer = await screen.findByRole('dialog')
    await user.click(await within(drawer).findByRole('button', { name: revoke }))
    await user.click(await screen.findByRole('button', { name: yes }))
    await waitFor(() => expect(within(drawer).getByText(none)).toBeTruthy())
  },
)
