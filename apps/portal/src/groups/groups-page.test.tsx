import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, refusal, server } from '../testing/server'

const user = userEvent.setup({ pointerEventsCheck: 0 })
const dn = 'cn=build,ou=groups,dc=example,dc=org'

test('says what groups are for where there are none', async () => {
  server.use(http.get(apiPath('/usergroups'), () => listAnswer([])))
  await renderPortal('/groups', 'zh-CN')
  await screen.findByText('还没有用户组')
})

test('lists groups with where they come from', async () => {
  server.use(
    http.get(apiPath('/usergroups'), () =>
      listAnswer([
        { id: 1, group_name: 'build', group_type: 1, ldap_group_dn: dn },
        { id: 2, group_name: 'ops', group_type: 3 },
      ]),
    ),
  )
  await renderPortal('/groups')
  await screen.findByText(dn)
  expect(screen.getByText('OpenID provider')).toBeTruthy()
})

test('makes a group of the directory known by what is looked up there', async () => {
  let made: unknown
  server.use(
    http.get(apiPath('/usergroups'), () => listAnswer([])),
    http.get(apiPath('/ldap/groups/search'), () =>
      HttpResponse.json([{ group_name: 'build', group_type: 1, ldap_group_dn: dn }]),
    ),
    http.post(apiPath('/usergroups'), async ({ request }) => {
      made = await request.json()
      return made === undefined
        ? new HttpResponse()
        : refusal(409, 'CONFLICT', 'The group is there already.', 'GROUP_EXISTS')
    }),
  )
  await renderPortal('/groups')
  await user.click((await screen.findAllByRole('button', { name: 'New group' }))[0] ?? expect.fail())
  const field = await screen.findByRole('combobox', { name: 'DN' })
  await user.type(field, 'no dn')
  await user.click(screen.getByRole('button', { name: 'Create' }))
  await screen.findByText('A DN such as cn=build,ou=groups,dc=example,dc=org.')
  expect(made).toBeUndefined()
  await user.clear(field)
  await user.type(field, dn)
  await user.click(screen.getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(made).toEqual({ group_type: 1, group_name: '', ldap_group_dn: dn }))
  await screen.findByText('The group is there already.')
})
