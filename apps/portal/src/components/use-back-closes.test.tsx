import { createBrowserHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ShownOnce } from '../forms/shown-once'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

const may = (...names: string[]) =>
  http.get(apiPath('/users/current/permissions'), () =>
    HttpResponse.json(names.map((name) => ({ resource: name.split(':')[0], action: name.split(':')[1] }))),
  )

let history: ReturnType<typeof createBrowserHistory>
/** A page that was reached from the list of projects, in a browser that can go back. */
async function from(path: string) {
  window.history.pushState(null, '', '/projects')
  history = createBrowserHistory()
  const router = await renderPortal('/projects', 'en-US', history)
  await router.navigate({ to: path })
  return router
}
const back = () => window.history.back()
const address = () => `${window.location.pathname}${window.location.search}`

beforeEach(() => {
  server.use(
    may('label:list', 'label:create', 'project:create'),
    http.get(apiPath('/projects'), () => listAnswer([project('dev')])),
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 0 })),
    http.get(apiPath('/projects/dev/repositories'), () => listAnswer([])),
    http.get(apiPath('/labels'), () => listAnswer([])),
  )
})
afterEach(() => history.destroy())

const openLabel = async () =>
  userEvent.click((await screen.findAllByRole('button', { name: 'New label' }))[0] ?? expect.fail())
/** A dialog that closes stays in a document that does not move. */
const isAnswered = () =>
  waitFor(() => expect(document.querySelector('.ant-modal-confirm:not(.ant-zoom-leave)')).toBeNull())
const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

test('Back closes a drawer, and leaves the page in the step after', async () => {
  const router = await from('/projects/dev/labels')
  await openLabel()
  await screen.findByRole('dialog')
  back()
  await isClosed()
  await waitFor(() => expect(address()).toBe('/projects/dev/labels'))
  back()
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'))
})

test.each([
  ['Go on writing', 1],
  ['Discard', 0],
])('Back asks under a form that somebody writes, and stays on the page: %s', async (answer, fields) => {
  await from('/projects/dev/labels')
  await openLabel()
  await userEvent.type(within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Name' }), 'team')
  back()
  await userEvent.setup({ pointerEventsCheck: 0 }).click(await screen.findByRole('button', { name: answer }))
  await waitFor(() => expect(screen.queryAllByRole('textbox', { name: 'Name' })).toHaveLength(fields))
  await waitFor(() => expect(address()).toBe('/projects/dev/labels'))
})

test('Back answers no to the question whether to discard, and the form stays as it was', async () => {
  const router = await from('/projects/dev/labels')
  await openLabel()
  await userEvent.type(within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Name' }), 'team')
  back()
  await screen.findByRole('button', { name: 'Discard' })
  await waitFor(() => expect(address()).toBe('/projects/dev/labels'))
  back()
  await isAnswered()
  await waitFor(() => expect(address()).toBe('/projects/dev/labels'))
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'team')
  expect(router.state.location.pathname).toBe('/projects/dev/labels')
})

test('what was typed into a form of the address is discarded by Back, which then closes it alone', async () => {
  const router = await from('/projects/dev/labels')
  await router.navigate({ to: '/projects', search: { q: 'de' } })
  await userEvent.click((await screen.findAllByRole('button', { name: 'New project' }))[0] ?? expect.fail())
  await userEvent.type(within(await screen.findByRole('dialog')).getByRole('textbox', { name: /name/i }), 'crew')
  back()
  await userEvent.setup({ pointerEventsCheck: 0 }).click(await screen.findByRole('button', { name: 'Discard' }))
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /^name/i })).toBeNull())
  await waitFor(() => expect(address()).toBe('/projects?q=de'))
})

test.each([
  ['asks whether to delete', 0],
  ['says why it is not deleted', 1],
])('Back closes the dialog that %s, and nothing goes', async (_, repositories) => {
  let deleted = 0
  server.use(
    may('project:delete'),
    http.get(apiPath('/projects'), () => listAnswer([{ ...project('dev'), repo_count: repositories }])),
    http.delete(apiPath('/projects/dev'), () => {
      deleted += 1
      return new HttpResponse()
    }),
  )
  const router = await from('/projects/dev/labels')
  await router.navigate({ to: '/projects' })
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  await user.click(await screen.findByRole('button', { name: 'Delete the project dev' }))
  await screen.findByRole('dialog')
  back()
  await isAnswered()
  await waitFor(() => expect(address()).toBe('/projects'))
  expect(deleted).toBe(0)
  back()
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/dev/labels'))
})

test('a drawer of the address closes the step back that opened it, by Back and by its button', async () => {
  const router = await from('/projects/dev/labels')
  await router.navigate({ to: '/projects', search: { q: 'de' } })
  const open = async () => {
    await userEvent.click((await screen.findAllByRole('button', { name: 'New project' }))[0] ?? expect.fail())
    await screen.findByRole('dialog')
    expect(address()).toBe('/projects?q=de&create=true')
  }
  await open()
  back()
  await isClosed()
  expect(address()).toBe('/projects?q=de')
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  await isClosed()
  await waitFor(() => expect(address()).toBe('/projects?q=de'))
  back()
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/dev/labels'))
})

test('a project that was made leads back to the list, and not to the form', async () => {
  server.use(http.post(apiPath('/projects'), () => new HttpResponse(null, { status: 201 })))
  const router = await from('/projects')
  await userEvent.click((await screen.findAllByRole('button', { name: 'New project' }))[0] ?? expect.fail())
  await userEvent.type(within(await screen.findByRole('dialog')).getByRole('textbox', { name: /name/i }), 'dev')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/dev'))
  back()
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'))
  expect(address()).toBe('/projects')
})

test('the log of a run closes the step back that opened it', async () => {
  const run = {
    id: 1,
    job_name: 'GARBAGE_COLLECTION',
    job_kind: 'MANUAL',
    job_parameters: '{}',
    job_status: 'Success',
    schedule: { type: 'Manual' },
    deleted: false,
    creation_time: '2026-11-24T12:00:00.000Z',
    update_time: '2026-11-24T12:02:05.000Z',
  }
  server.use(
    may('garbage-collection:list', 'garbage-collection:read', 'label:list'),
    http.get(apiPath('/system/gc'), () => listAnswer([run])),
    http.get(apiPath('/system/gc/schedule'), () =>
      HttpResponse.json({ ...run, job_kind: '', schedule: { type: 'None' } }),
    ),
    http.get(apiPath('/system/gc/1'), () => HttpResponse.json(run)),
    http.get(apiPath('/system/gc/1/log'), () => HttpResponse.text('all is well')),
  )
  const router = await from('/projects/dev/labels')
  await router.navigate({ to: '/clean-up' })
  await userEvent.click(await screen.findByRole('button', { name: /log/i }))
  await screen.findByText('all is well')
  expect(address()).toBe('/clean-up?run=1')
  back()
  await isClosed()
  expect(address()).toBe('/clean-up')
  back()
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/dev/labels'))
})

test('a secret that is shown once stays until somebody says that it is kept', async () => {
  history = createBrowserHistory()
  for (const path of ['/before', '/secret']) {
    history.push(path)
    history.flush()
  }
  const close = vi.fn()
  const router = createRouter({ routeTree: createRootRoute(), history })
  render(
    <RouterContextProvider router={router}>
      <ShownOnce title="Secret" warning="Once." keptLabel="Kept" open onClose={close}>
        hunter2
      </ShownOnce>
    </RouterContextProvider>,
  )
  const returned = new Promise((resolve) => {
    const stop = history.subscribe(({ action }) => {
      stop()
      resolve(action.type)
    })
  })
  back()
  expect(await returned).toBe('BACK')
  await waitFor(() => expect(address()).toBe('/secret'))
  expect(close).not.toHaveBeenCalled()
  const reload = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(reload)
  expect(reload.defaultPrevented).toBe(true)
})
