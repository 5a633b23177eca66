import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, server } from '../testing/server'

const directory = (url: string) =>
  http.get(apiPath('/configurations'), () => HttpResponse.json({ ldap_url: { value: url, editable: true } }))

const user = userEvent.setup({ pointerEventsCheck: 0 })

test('imports chosen people of the directory, and names those that cannot be', async () => {
  let asked: unknown
  server.use(
    directory('ldaps://directory.example.com'),
    http.get(apiPath('/users'), () => listAnswer([])),
    http.get(apiPath('/ldap/users/search'), () =>
      HttpResponse.json([{ username: 'kim', realname: 'Kim Lee' }, { username: 'kimberly' }]),
    ),
    http.post(apiPath('/ldap/users/import'), async ({ request }) => {
      asked = await request.json()
      return HttpResponse.json([{ uid: 'kim', error: 'The name is taken.' }], { status: 404 })
    }),
  )
  await renderPortal('/users')
  await user.click(await screen.findByRole('button', { name: 'Import from the directory' }))
  await user.type(await screen.findByLabelText('Part of a user name'), 'kim')
  await user.click(await screen.findByRole('checkbox', { name: /Kim Lee/ }))
  await user.click(screen.getByRole('button', { name: 'Import' }))
  await waitFor(() => expect(asked).toEqual({ ldap_uid_list: ['kim'] }))
  await screen.findByText('kim: The name is taken.')
})

test('offers to import nobody where there is no directory', async () => {
  let asked = 0
  server.use(
    http.get(apiPath('/users'), () => listAnswer([])),
    http.get(apiPath('/configurations'), () => void (asked += 1)),
    directory(''),
  )
  await renderPortal('/users')
  await screen.findByRole('button', { name: 'New user' })
  await expect.poll(() => asked).toBe(1)
  expect(screen.queryByRole('button', { name: 'Import from the directory' })).toBeNull()
})
