import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, refusal, role, server } from '../testing/server'

const own = role(100, 'release manager', { repositories: ['team/**'], member_count: 2, description: 'Makes releases.' })
const withRoles = () =>
  server.use(http.get(apiPath('/roles'), () => listAnswer([role(1, 'projectAdmin'), role(3, 'guest'), own])))
const user = userEvent.setup({ pointerEventsCheck: 0 })

async function choose(name: string, action: string) {
  await user.click(await screen.findByRole('button', { name: `Actions for ${name}` }))
  await user.click(await screen.findByRole('menuitem', { name: action }))
}

test('lists roles in words, and offers changes for those of one’s own alone', async () => {
  withRoles()
  await renderPortal('/roles')
  await screen.findByText('Project admin')
  await screen.findByText('Makes releases.')
  await user.click(await screen.findByRole('button', { name: 'Actions for Guest' }))
  expect(await screen.findByRole('menuitem', { name: 'Copy the role' })).toBeTruthy()
  expect(screen.queryByRole('menuitem', { name: 'Change the role' })).toBeNull()
  expect(screen.queryByRole('menuitem', { name: 'Delete the role' })).toBeNull()
})

test('makes a role out of a copy, with patterns and what they match now', async () => {
  withRoles()
  let made: unknown
  server.use(
    http.get(apiPath('/repositories'), ({ request }) => {
      const matches = new URL(request.url).searchParams.get('matches')
      return listAnswer(matches === 'team/**' ? [{ id: 1, name: 'dev/team/app' }] : [], matches === 'team/**' ? 7 : 0)
    }),
    http.post(apiPath('/roles'), async ({ request }) => {
      made = await request.json()
      return new HttpResponse(null, { status: 201 })
    }),
  )
  await renderPortal('/roles')
  await choose('Guest', 'Copy the role')
  const drawer = await screen.findByRole('dialog')
  const name = within(drawer).getByLabelText('Name')
  expect(name).toHaveProperty('value', 'Guest (copy)')
  await user.clear(name)
  await user.type(name, 'Guest')
  await user.type(within(drawer).getByLabelText('Repositories'), 'team/**{Enter}')
  await within(drawer).findByText(/matches 7 repositories now, among them dev\/team\/app/)
  const tags = within(drawer).getByRole('region', { name: 'tags' })
  await user.click(within(tags).getByRole('checkbox', { name: 'delete' }))
  await user.click(within(drawer).getByRole('button', { name: 'Create' }))
  await within(drawer).findByText(/names of built-in roles are taken/)
  await user.type(name, ' of team')
  await user.click(within(drawer).getByRole('button', { name: 'Create' }))
  await waitFor(() =>
    expect(made).toEqual({
      name: 'Guest of team',
      description: '',
      repositories: ['team/**'],
      permissions: ['self:read', 'repository:pull', 'tag:delete'],
    }),
  )
})

test('says who has a role that cannot be deleted', async () => {
  withRoles()
  server.use(
    http.delete(apiPath('/roles/100'), () =>
      refusal(412, 'PRECONDITION', 'The role release manager is held: paul (dev).', 'ROLE_IN_USE'),
    ),
    http.get(apiPath('/roles/100/members'), () =>
      listAnswer([{ id: 1, project_id: 2, project_name: 'dev', entity_name: 'paul', entity_type: 'u' }]),
    ),
  )
  await renderPortal('/roles')
  await choose('release manager', 'Delete the role')
  await user.click(await screen.findByRole('button', { name: 'Delete the role' }))
  await screen.findByText('The role release manager is held: paul (dev).')
  await user.click(screen.getByRole('button', { name: /Who has the role release manager/ }))
  expect(await screen.findByRole('link', { name: 'dev' })).toBeTruthy()
})

test('shows in a matrix what each role gives, in the reader’s language', async () => {
  withRoles()
  await renderPortal('/roles?view=matrix', 'zh-CN')
  const row = await screen.findByRole('row', { name: /删除标签 tag:delete/ })
  expect(within(row).getAllByText('无')).toHaveLength(3)
  expect(within(screen.getByRole('row', { name: /repository:pull/ })).getAllByLabelText('有')).toHaveLength(3)
})

test('is no page for whoever may not look at roles of the system', async () => {
  server.use(http.get(apiPath('/users/current/permissions'), () => HttpResponse.json([])))
  await renderPortal('/roles')
  await screen.findByText('This page is for system administrators')
})
