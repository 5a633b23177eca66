import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, refusal, role, server } from '../testing/server'

const own = role(100, 'release manager', { repositories: ['team/**'], permissions: ['tag:delete'] })
const user = userEvent.setup({ pointerEventsCheck: 0 })

beforeEach(() => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 0 })),
    http.get(apiPath('/roles'), () => listAnswer([role(1, 'projectAdmin'), role(2, 'developer'), own])),
    http.get(apiPath('/projects/dev/members'), () =>
      listAnswer([
        {
          id: 5,
          project_id: 2,
          entity_id: 5,
          entity_name: 'mara',
          entity_type: 'u',
          role_id: 100,
          role_name: 'release manager',
        },
      ]),
    ),
  )
})

test('explains what a member may do, and where', async () => {
  await renderPortal('/projects/dev/members')
  await user.click(await screen.findByRole('button', { name: 'What mara may do' }))
  const drawer = await screen.findByRole('dialog')
  await within(drawer).findByText('team/**')
  const tags = within(drawer).getByRole('region', { name: 'tags' })
  expect(within(tags).getAllByLabelText('Allowed:')).toHaveLength(1)
})

test('gives a role of one’s own, and says in the server’s words why it cannot', async () => {
  const refused = 'You can give no more than you hold yourself.'
  let given: unknown
  server.use(
    http.put(apiPath('/projects/dev/members/5'), async ({ request }) => {
      given = await request.json()
      return refusal(403, 'FORBIDDEN', refused, 'ROLE_BEYOND_OWN')
    }),
  )
  await renderPortal('/projects/dev/members')
  const select = await screen.findByRole('combobox', { name: 'Role of mara' })
  await waitFor(() => expect(within(select).getByRole('option', { name: 'Developer' })).toBeTruthy())
  expect(select).toHaveProperty('value', '100')
  await user.selectOptions(select, 'Developer')
  await screen.findByText(refused)
  expect(given).toEqual({ role_id: 2 })
})

test('asks whoever changes their own role first', async () => {
  const given: unknown[] = []
  const own = { id: 6, project_id: 2, entity_id: 1, entity_name: 'admin', entity_type: 'u', role_id: 1 }
  server.use(
    http.get(apiPath('/projects/dev/members'), () => listAnswer([{ ...own, role_name: 'projectAdmin' }])),
    http.put(apiPath('/projects/dev/members/6'), async ({ request }) => {
      given.push(await request.json())
      return new HttpResponse(null, { status: 200 })
    }),
  )
  await renderPortal('/projects/dev/members')
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Role of admin' }), 'Developer')
  const question = await screen.findByRole('dialog', { name: /^Make yourself Developer/ })
  expect(given).toEqual([])
  await user.click(within(question).getByRole('button', { name: 'Change my role' }))
  await waitFor(() => expect(given).toEqual([{ role_id: 2 }]))
})

test('shows the role beneath the name where the screen has no room for a column', async () => {
  window.innerWidth = 390
  await renderPortal('/projects/dev/members')
  const cell = (await screen.findByText('mara')).closest('td') ?? document.body
  expect(within(cell).getByRole('combobox', { name: 'Role of mara' })).toHaveProperty('value', '100')
  expect(screen.getAllByRole('combobox', { name: 'Role of mara' })).toHaveLength(1)
  expect(screen.queryByRole('columnheader', { name: 'Role' })).toBeNull()
})

test('offers roles of one’s own for a new member', async () => {
  await renderPortal('/projects/dev/members')
  await user.click(await screen.findByRole('button', { name: 'Add a member' }))
  expect(await screen.findByRole('radio', { name: /release manager/ })).toBeTruthy()
})

test.each([
  ['ops', { id: 7 }],
  ['cn=build,ou=groups,dc=example,dc=org', { ldap_group_dn: 'cn=build,ou=groups,dc=example,dc=org', group_type: 1 }],
  ['elsewhere', { group_name: 'elsewhere', group_type: 3 }],
])('adds the group %s as a member', async (typed, group) => {
  let made: unknown
  server.use(
    http.get(apiPath('/usergroups/search'), () => listAnswer([{ id: 7, group_name: 'ops', group_type: 3 }])),
    http.post(apiPath('/projects/dev/members'), async ({ request }) => {
      made = await request.json()
      return new HttpResponse(null, { status: 201 })
    }),
  )
  await renderPortal('/projects/dev/members')
  await user.click(await screen.findByRole('button', { name: 'Add a member' }))
  await user.click(await screen.findByRole('radio', { name: 'Group' }))
  await user.type(await screen.findByRole('combobox', { name: 'Group' }), typed)
  if (typed === 'ops') await screen.findAllByText('ops')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await waitFor(() => expect(made).toEqual({ role_id: 2, member_group: group }))
})
