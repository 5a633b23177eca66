import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { execution, mirror, replication as rule } from '../testing/answers/replications'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, server } from '../testing/server'

const all = [
  ...['list', 'read', 'create', 'update', 'delete'].map((action) => ({ resource: 'replication-policy', action })),
  ...['list', 'read', 'create'].map((action) => ({ resource: 'replication', action })),
]

/** Rules, for somebody with these rights. @returns what the server was asked to change */
function withRules(rules: object[], rights: object[] = all) {
  const changes: unknown[] = []
  const note = async ({ request }: { request: Request }) => {
    const path = new URL(request.url).pathname.split('/replication/')[1]
    const text = await request.text()
    changes.push([request.method, path, text === '' ? undefined : JSON.parse(text)])
    const location = path === 'executions' ? { location: '/api/v2.0/replication/executions/41' } : {}
    return new HttpResponse(null, { status: request.method === 'POST' ? 201 : 200, headers: location })
  }
  server.use(
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json(rights)),
    http.get(apiPath('/replication/policies'), () => listAnswer(rules)),
    http.get(apiPath('/replication/policies/7'), () => HttpResponse.json(rule)),
    http.get(apiPath('/registries'), () => listAnswer([mirror])),
    http.get(apiPath('/labels'), () => listAnswer([])),
    http.get(apiPath('/repositories'), ({ request }) =>
      listAnswer(
        new URL(request.url).searchParams.get('full_name_matches') === 'team/**' ? [{ name: 'team/app' }] : [],
      ),
    ),
    http.get(apiPath('/replication/executions'), () => listAnswer([execution])),
    http.get(apiPath('/replication/executions/:id'), ({ params }) =>
      HttpResponse.json({ ...execution, id: Number(params['id']) }),
    ),
    http.get(apiPath('/replication/executions/:id/tasks'), ({ request }) =>
      listAnswer(
        [
          { id: 51, status: 'Failed', status_text: 'blob sha256:1 is missing there', operation: 'copy' },
          { id: 52, status: 'InProgress', status_text: '', operation: 'deletion' },
        ]
          .filter(({ status }) => (new URL(request.url).searchParams.get('status') ?? status) === status)
          .map((task) => ({
            ...task,
            execution_id: 40,
            job_id: '1',
            resource_type: 'image',
            src_resource: `team/app:[v${task.id}]`,
            dst_resource: `copies/app:[v${task.id}]`,
            start_time: '2026-01-01T00:00:00.000Z',
            end_time: '2026-01-01T00:00:01.000Z',
          })),
      ),
    ),
    http.get(apiPath('/replication/executions/:id/tasks/:task/log'), () => HttpResponse.text('12:00 copied a blob\n')),
    http.post(apiPath('/replication/policies'), note),
    http.put(apiPath('/replication/policies/7'), note),
    http.delete(apiPath('/replication/policies/7'), note),
    http.post(apiPath('/replication/executions'), note),
    http.put(apiPath('/replication/executions/:id'), note),
  )
  return changes
}

async function fill(field: HTMLElement, text: string): Promise<void> {
  await userEvent.click(field)
  await userEvent.paste(text)
}

test('makes a rule, with what its pattern matches and where an image lands', async () => {
  const changes = withRules([])
  await renderPortal('/replications')
  await userEvent.click((await screen.findAllByRole('button', { name: 'New rule' }))[0] ?? expect.fail())
  const drawer = within(await screen.findByRole('dialog'))
  await fill(drawer.getByRole('textbox', { name: 'Name' }), 'releases')
  await userEvent.click(drawer.getByRole('combobox', { name: 'The other registry' }))
  await userEvent.click(await screen.findByTitle('mirror (https://m.example)'))
  await fill(drawer.getByRole('textbox', { name: 'Repositories' }), 'team/**')
  expect(await drawer.findByText('1 repository here matches.')).toBeTruthy()
  expect(drawer.getByText('team/app')).toBeTruthy()
  await fill(drawer.getByRole('textbox', { name: 'Namespace at the destination' }), 'copies')
  expect(await drawer.findByText('copies/team/backend/app')).toBeTruthy()
  await userEvent.click(drawer.getByRole('radio', { name: 'As soon as something is pushed here' }))
  await userEvent.click(await drawer.findByRole('switch', { name: 'Also delete there what is deleted here' }))
  await userEvent.click(drawer.getByRole('button', { name: 'Create' }))
  // What is deleted elsewhere is gone: that is asked once more.
  const yes = await screen.findByRole('button', { name: 'Yes, delete there, too' })
  expect(changes).toEqual([])
  await userEvent.click(yes)
  await waitFor(() => expect(changes).toHaveLength(1))
  expect(changes[0]).toEqual([
    'POST',
    'policies',
    {
      name: 'releases',
      description: '',
      dest_registry: { id: 3 },
      filters: [{ type: 'name', value: 'team/**', decoration: '' }],
      dest_namespace: 'copies',
      dest_namespace_replace_count: 0,
      trigger: { type: 'event_based' },
      replicate_deletion: true,
      override: true,
      speed: -1,
      copy_by_chunk: false,
      single_active_replication: false,
      enabled: true,
    },
  ])
})

test('shows when a schedule would run, and pulls by no event', async () => {
  const changes = withRules([])
  await renderPortal('/replications')
  await userEvent.click((await screen.findAllByRole('button', { name: 'New rule' }))[0] ?? expect.fail())
  const drawer = within(await screen.findByRole('dialog'))
  await userEvent.click(drawer.getByRole('radio', { name: 'As soon as something is pushed here' }))
  await userEvent.click(drawer.getByRole('radio', { name: 'Pull: from another registry to here' }))
  expect(drawer.queryByRole('radio', { name: 'As soon as something is pushed here' })).toBeNull()
  await userEvent.click(drawer.getByRole('radio', { name: 'By a schedule' }))
  const label = await drawer.findByText('The next runs, in your time')
  const runs = within(label.closest('.ant-form-item') ?? expect.fail())
  expect(runs.getAllByRole('listitem')).toHaveLength(5)
  await userEvent.click(drawer.getByRole('radio', { name: 'By a cron expression' }))
  const cron = await drawer.findByRole('textbox', { name: 'Cron expression' })
  await userEvent.clear(cron)
  await fill(cron, '* 0 19 * * *')
  await userEvent.click(drawer.getByRole('button', { name: 'Create' }))
  expect(await drawer.findByText(/This is not a cron expression/)).toBeTruthy()
  expect(changes).toEqual([])
})

test('shows rules with their last run, and says first what running, switching and deleting do', async () => {
  const changes = withRules([rule])
  await renderPortal('/replications')
  expect(await screen.findByText('here → mirror')).toBeTruthy()
  expect(screen.getByText('team/**, tags: all but *-rc')).toBeTruthy()
  expect(screen.getByText(/1 of 4 · 1 failed/)).toBeTruthy()
  const choose = async (name: string) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Actions for releases' }))
    await userEvent.click(await screen.findByRole('menuitem', { name }))
  }
  await choose('Switch off')
  await userEvent.click(await screen.findByRole('button', { name: 'Switch off' }))
  await waitFor(() => expect(changes).toHaveLength(1))
  const { filters, ...kept } = rule
  expect(changes[0]).toMatchObject([
    'PUT',
    'policies/7',
    { name: kept.name, dest_registry: { id: 3 }, replicate_deletion: true, speed: 512, enabled: false },
  ])
  expect(changes[0]).toMatchObject(['PUT', 'policies/7', { filters }])
  await choose('Delete')
  expect(await screen.findByText(/What has been copied stays/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(changes.at(-1)).toEqual(['DELETE', 'policies/7', undefined]))
  await choose('Run now')
  expect(await screen.findByText(/Tags at the destination that name something else are moved/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Run now' }))
  await waitFor(() => expect(changes.at(-1)).toEqual(['POST', 'executions', { policy_id: 7 }]))
  expect(await screen.findByText('Run 41')).toBeTruthy()
})

test('shows the tasks of a run as they come, and the log of one', async () => {
  const changes = withRules([rule])
  await renderPortal('/replications/7?run=40', 'zh-CN')
  expect(await screen.findByText('运行 40')).toBeTruthy()
  const drawer = within(await screen.findByRole('dialog'))
  expect(await drawer.findByText('blob sha256:1 is missing there')).toBeTruthy()
  expect(drawer.getByText('team/app:[v52]')).toBeTruthy()
  await userEvent.click(drawer.getByRole('radio', { name: '失败' }))
  await waitFor(() => expect(drawer.queryByText('team/app:[v52]')).toBeNull())
  await userEvent.click(drawer.getByRole('button', { name: '任务 51 的日志' }))
  expect(await screen.findByText('12:00 copied a blob')).toBeTruthy()
  expect(changes).toEqual([])
})

test('shows rules without what one may not do', async () => {
  withRules([rule], [{ resource: 'replication-policy', action: 'list' }])
  await renderPortal('/replications')
  expect(await screen.findByText('here → mirror')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'New rule' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Actions for releases' })).toBeNull()
})

test('keeps the filters that its form has no field for, and shows them', async () => {
  const further = [
    { type: 'tag', value: 'v*', decoration: '' },
    { type: 'label', value: ['seen'], decoration: 'excludes' },
  ]
  const filters = [...rule.filters, { type: 'label', value: ['good', 'new'] }, ...further]
  const changes = withRules([{ ...rule, filters, trigger: { type: 'manual', trigger_settings: {} } }])
  await renderPortal('/replications')
  expect(await screen.findByText(/tags: all but \*-rc and v\*/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Actions for releases' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }))
  const drawer = within(await screen.findByRole('dialog'))
  expect(drawer.getByText('Labels: all but seen')).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(changes).toEqual([
      ['PUT', 'policies/7', expect.objectContaining({ filters: expect.arrayContaining(further) })],
    ]),
  )
})
