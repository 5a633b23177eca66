import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { webhook } from '../testing/answers/webhooks'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

const time = '2026-01-01T00:00:00.000Z'
const delivery = {
  id: 8,
  vendor_type: 'WEBHOOK',
  vendor_id: 3,
  status: 'Error',
  status_message: 'answered 404 Not Found',
  metrics: {},
  trigger: 'EVENT',
  extra_attrs: { type: 'PUSH_ARTIFACT', event_id: '77', operator: 'ann', payload: '{}', attempts: 3 },
  start_time: time,
  end_time: time,
}

/** A project with webhooks, for somebody with these rights. @returns what the server was asked to do */
function withWebhooks(webhooks: object[], ...actions: string[]) {
  const changes: unknown[] = []
  const rights = [
    { resource: '.', action: 'read' },
    ...actions.map((action) => ({ resource: 'notification-policy', action })),
  ]
  const path = '/projects/:name/webhook/policies'
  const note = async ({ request }: { request: Request }) => {
    const text = await request.text()
    changes.push([
      request.method,
      new URL(request.url).pathname.split('/webhook/')[1],
      text === '' ? undefined : JSON.parse(text),
    ])
    if (request.url.endsWith('/test'))
      return HttpResponse.json({
        delivered: false,
        status: 500,
        message: 'answered 500 Internal Server Error',
        duration_ms: 4,
        payload: '{}',
      })
    return new HttpResponse()
  }
  server.use(
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json(rights)),
    http.get(apiPath('/projects/:name'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/:name/summary'), () => HttpResponse.json({ repo_count: 0 })),
    http.get(apiPath(path), () => listAnswer(webhooks)),
    http.get(apiPath(`${path}/3/executions`), () => listAnswer([delivery])),
    http.get(apiPath(`${path}/3/executions/8/tasks/8/log`), () =>
      HttpResponse.text('12:00 answered 404 Not Found (4 ms)\n'),
    ),
    http.post(apiPath(path), note),
    http.post(apiPath(`${path}/test`), note),
    http.post(apiPath(`${path}/3/executions/8/redelivery`), note),
    http.put(apiPath(`${path}/3`), note),
    http.delete(apiPath(`${path}/3`), note),
  )
  return changes
}

test('makes a webhook, after a test that says what the receiver answers', async () => {
  const changes = withWebhooks([], 'list', 'create', 'update')
  await renderPortal('/projects/dev/webhooks')
  expect(await screen.findByText('No webhooks yet')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Add a webhook' }))
  const drawer = await screen.findByRole('dialog')
  await userEvent.type(within(drawer).getByRole('textbox', { name: 'Name' }), 'deploy')
  await userEvent.type(within(drawer).getByRole('textbox', { name: 'Address' }), 'ftp://x')
  await userEvent.click(within(drawer).getByRole('button', { name: 'Send a test' }))
  expect(await within(drawer).findByText(/without a password in it/)).toBeTruthy()
  expect(changes).toEqual([])
  const address = within(drawer).getByRole('textbox', { name: 'Address' })
  await userEvent.clear(address)
  await userEvent.type(address, 'https://ci.example/hook')
  await userEvent.type(within(drawer).getByLabelText('Secret'), 'hush')
  await userEvent.click(within(drawer).getByRole('button', { name: 'Send a test' }))
  expect(await within(drawer).findByText(/^Not delivered: the receiver answered 500 \(4 ms\)/)).toBeTruthy()
  await userEvent.click(within(drawer).getByRole('button', { name: 'Save' }))
  const target = {
    type: 'http',
    address: 'https://ci.example/hook',
    skip_cert_verify: false,
    payload_format: 'Default',
    template: '',
    secret: 'hush',
  }
  const made = { name: 'deploy', description: '', enabled: true, event_types: ['PUSH_ARTIFACT'], targets: [target] }
  await waitFor(() => expect(changes.at(-1)).toEqual(['POST', 'policies', made]))
  expect(changes[0]).toEqual(['POST', 'policies/test', { event_type: 'PUSH_ARTIFACT', target }])
})

test('shows where a webhook goes and how it fares beneath its name on a small screen', async () => {
  window.innerWidth = 390
  withWebhooks([{ ...webhook, waiting: 2 }], 'list')
  await renderPortal('/projects/dev/webhooks')
  const cell = (await screen.findByRole('button', { name: 'deploy' })).closest('td') ?? document.body
  for (const text of ['https://ci.example/hook', 'On', '2 wait']) expect(within(cell).getByText(text)).toBeTruthy()
  expect(screen.queryByRole('columnheader', { name: 'State' })).toBeNull()
})

test('switches a webhook off, and leaves what is secret as it is', async () => {
  const changes = withWebhooks([webhook], 'list', 'update', 'delete')
  await renderPortal('/projects/dev/webhooks', 'zh-CN')
  await userEvent.click(await screen.findByRole('button', { name: /deploy 的操作|操作.*deploy|deploy.*操作/ }))
  await userEvent.click(await screen.findByRole('menuitem', { name: '停用' }))
  expect(await screen.findByText('尚未发送的通知将不再发送。')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /停\s*用/ }))
  await waitFor(() => expect(changes).toHaveLength(1))
  expect(changes[0]).toMatchObject([
    'PUT',
    'policies/3',
    { name: 'deploy', enabled: false, targets: [{ address: 'https://ci.example/hook' }] },
  ])
  expect(JSON.stringify(changes)).not.toContain('auth_header')
})

test('shows deliveries with what came of them, their log, and delivers again', async () => {
  const changes = withWebhooks([{ ...webhook, failures: 2, waiting: 5 }], 'list', 'read', 'update')
  await renderPortal('/projects/dev/webhooks')
  expect(await screen.findByText('Receiver fails')).toBeTruthy()
  expect(screen.getByText('5 wait')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'deploy' }))
  expect(await screen.findByText('answered 404 Not Found')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Actions for #8' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Log' }))
  expect(await screen.findByText(/12:00 answered 404/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Actions for #8', hidden: true }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Deliver again', hidden: true }))
  await waitFor(() => expect(changes).toEqual([['POST', 'policies/3/executions/8/redelivery', undefined]]))
})

test('shows webhooks without what one may not do', async () => {
  withWebhooks([webhook], 'list', 'read')
  await renderPortal('/projects/dev/webhooks')
  expect(await screen.findByText('https://ci.example/hook')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Add a webhook' })).toBeNull()
})
