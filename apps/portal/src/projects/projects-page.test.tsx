import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, refusal, role, server } from '../testing/server'

test('keeps search, filter and sorting in the URL, and asks the server accordingly', async () => {
  let asked = new URLSearchParams()
  server.use(
    http.get(apiPath('/projects'), ({ request }) => {
      asked = new URL(request.url).searchParams
      return listAnswer([project('dev')])
    }),
  )
  const router = await renderPortal('/projects?sort=-creation_time&page=2')
  await screen.findByRole('link', { name: 'dev' })
  expect(Object.fromEntries(asked)).toMatchObject({ sort: '-creation_time', page: '2' })

  await userEvent.type(screen.getByRole('textbox', { name: 'Search projects' }), 'web')
  await waitFor(() => expect(router.state.location.search).toEqual({ sort: '-creation_time', q: 'web' }))
  await userEvent.setup({ pointerEventsCheck: 0 }).click(screen.getByRole('radio', { name: 'Public' }))
  await waitFor(() =>
    expect(Object.fromEntries(asked)).toMatchObject({ name: 'web', public: 'true', page: '1', sort: '-creation_time' }),
  )
})

test('deletes an empty project only after saying what goes', async () => {
  const deleted: string[] = []
  server.use(
    http.get(apiPath('/projects'), () => listAnswer([project('dev')])),
    http.delete(apiPath('/projects/:name'), ({ params }) => {
      deleted.push(String(params['name']))
      return new HttpResponse()
    }),
  )
  await renderPortal('/projects')
  await userEvent.click(await screen.findByRole('button', { name: 'Delete the project dev' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('The project, its members and settings go for good')
  expect(deleted).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete the project' }))
  await screen.findByText('Project dev is deleted.')
  expect(deleted).toEqual(['dev'])
})

test('shows a failed list with code, request and a way to try again', async () => {
  let fails = true
  server.use(
    http.get(apiPath('/projects'), () =>
      fails ? refusal(500, 'UNKNOWN', 'internal server error') : listAnswer([project('dev')]),
    ),
  )
  await renderPortal('/projects', 'zh-CN')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('服务器内部错误')
  expect(alert.textContent).toContain('request-1')
  fails = false
  await userEvent.click(within(alert).getByRole('button', { name: '重试' }))
  expect(await screen.findByRole('link', { name: 'dev' })).toBeTruthy()
})

test('says which project is closed to the reader, and who can open it', async () => {
  server.use(
    http.get(apiPath('/projects/:name'), () => refusal(403, 'FORBIDDEN', 'You need the permission "read" for this.')),
    http.get(apiPath('/projects/:name/*'), () => refusal(403, 'FORBIDDEN', '')),
  )
  await renderPortal('/projects/secret')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('You have no role in the project secret')
})

test('tells a newcomer why there is nothing private, and whom to ask', async () => {
  server.use(
    http.get(apiPath('/projects'), ({ request }) =>
      listAnswer(new URL(request.url).searchParams.get('public') === 'false' ? [] : [project('library', true)]),
    ),
  )
  await renderPortal('/projects')
  await screen.findByRole('link', { name: 'library' })
  await userEvent.setup({ pointerEventsCheck: 0 }).click(screen.getByRole('radio', { name: 'Private' }))
  await screen.findByText('You are not a member of any private project. A project admin can add you.')
})

test('offers nobody who is not signed in what only users may do', async () => {
  const anonymous = () => refusal(401, 'UNAUTHORIZED', 'Sign in first.')
  server.use(
    http.get(apiPath('/users/current'), anonymous),
    http.get(apiPath('/users/current/permissions'), anonymous),
    http.get(apiPath('/projects'), () => listAnswer([project('library')])),
  )
  await renderPortal('/projects')
  await screen.findByRole('link', { name: 'library' })
  expect(screen.queryByRole('button', { name: 'New project' })).toBeNull()
  expect(screen.queryByRole('radio', { name: 'Private' })).toBeNull()
})

test('names a role that an administrator has made', async () => {
  server.use(
    http.get(apiPath('/projects'), () => listAnswer([{ ...project('dev'), current_user_role_id: 100 }])),
    http.get(apiPath('/roles'), () => listAnswer([role(100, 'release manager')])),
  )
  await renderPortal('/projects')
  await screen.findByText('release manager')
})

test('gives a new project the limit that is entered, in the unit that is chosen', async () => {
  const made: unknown[] = []
  const rights = 'project:create quota:update'.split(' ').map((right) => {
    const [resource, action] = right.split(':')
    return { resource, action }
  })
  server.use(
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json(rights)),
    http.get(apiPath('/projects'), () => listAnswer([project('dev')])),
    http.post(apiPath('/projects'), async ({ request }) => {
      made.push(await request.json())
      return new HttpResponse(null, { status: 201 })
    }),
  )
  await renderPortal('/projects?create=true')
  const drawer = await screen.findByRole('dialog')
  await userEvent.type(await within(drawer).findByLabelText('Name'), 'web')
  await userEvent.selectOptions(within(drawer).getByRole('combobox', { name: 'Unit' }), 'MiB')
  await userEvent.type(within(drawer).getByRole('spinbutton', { name: 'Storage limit' }), '250')
  await userEvent.click(within(drawer).getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(made).toMatchObject([{ project_name: 'web', storage_limit: 250 * 1024 ** 2 }]))
})
