import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { retentionPolicy as policy, retentionRun as run } from '../testing/answers/retention'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

const user = userEvent.setup({ pointerEventsCheck: 0 })
const verdict = (id: number, tag: string, more: object = {}) => ({
  id,
  repository: 'team/app',
  digest: `sha256:${String(id).repeat(64)}`,
  tags: [tag],
  tag_count: 1,
  size: 100,
  push_time: '2026-01-01T00:00:00.000Z',
  pull_time: null,
  outcome: 'goes',
  kept_by: [],
  because: null,
  detail: null,
  ...more,
})
const summary = http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 0 }))
const withPolicy = (runs: readonly object[] = [run(8)]) =>
  server.use(
    summary,
    http.get(apiPath('/projects/dev'), () =>
      HttpResponse.json({ ...project('dev'), metadata: { public: 'false', retention_id: '5' } }),
    ),
    http.get(apiPath('/retentions/5'), () => HttpResponse.json(policy)),
    http.get(apiPath('/retentions/5/executions'), () => listAnswer([...runs])),
    http.get(apiPath('/retentions/5/executions/8/artifacts'), ({ request }) =>
      listAnswer(
        new URL(request.url).searchParams.get('q') === 'outcome=goes'
          ? [verdict(1, 'v1'), verdict(2, 'v2')]
          : [verdict(3, 'v3', { outcome: 'stays', kept_by: [1] })],
      ),
    ),
  )

test('says what is kept and when it runs, in UTC too, and what stops it', async () => {
  withPolicy([])
  await renderPortal('/projects/dev/retention')
  await screen.findByText(/Keep the 10 most recently pushed artifacts with tags that match “v\*” in each repository/)
  // The reader of this test lives in UTC, too.
  expect(await screen.findAllByText(/Mar 1, 2026, 12:00:00.AM UTC/)).toHaveLength(2)
  await screen.findByText(/more than 30 % would go/)
})

test('plans runs, and how much one takes at most', async () => {
  withPolicy([])
  let put: unknown
  server.use(
    http.put(apiPath('/retentions/5'), async ({ request }) => {
      put = await request.json()
      return new HttpResponse()
    }),
  )
  await renderPortal('/projects/dev/retention')
  await user.click(await screen.findByRole('button', { name: 'Change' }))
  const drawer = await screen.findByRole('dialog')
  await user.click(within(drawer).getByRole('radio', { name: 'Every Sunday, 00:00 UTC' }))
  await user.clear(within(drawer).getByRole('spinbutton'))
  await user.click(within(drawer).getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(put).toMatchObject({
      rules: policy.rules,
      trigger: { kind: 'Schedule', settings: { cron: '0 0 0 * * 0' } },
      max_percent: 100,
    }),
  )
})

test('shows what a preview says, and deletes what it shows alone', async () => {
  withPolicy()
  let started: unknown
  server.use(
    http.post(apiPath('/retentions/5/executions'), async ({ request }) => {
      started = await request.json()
      return new HttpResponse(null, { status: 201, headers: { location: '/api/v2.0/retentions/5/executions/9' } })
    }),
  )
  await renderPortal('/projects/dev/retention?run=8')
  const drawer = await screen.findByRole('dialog')
  await within(drawer).findByText('v1')
  await within(drawer).findByText('2 of 3 artifacts would be deleted')
  await user.click(within(drawer).getByRole('radio', { name: 'stays' }))
  await within(drawer).findByText('kept by rule 1')
  await user.click(within(drawer).getByRole('button', { name: 'Delete these' }))
  expect(await screen.findAllByText('Delete 2 artifacts?')).not.toEqual([])
  await user.click(screen.getAllByRole('button', { name: 'Delete these', hidden: true }).at(-1) ?? expect.fail())
  await waitFor(() => expect(started).toEqual({ dry_run: false, preview: 8 }))
})

test('runs no preview of other rules', async () => {
  withPolicy([run(8, { is_current: false })])
  await renderPortal('/projects/dev/retention?run=8')
  await screen.findByText('The rules have changed since then: make a new preview.')
  expect(screen.queryByRole('button', { name: 'Delete these' })).toBeNull()
})

test('makes a policy with its first rule', async () => {
  let made: unknown
  server.use(
    summary,
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/matchingtags'), () =>
      HttpResponse.json({ tags: [], matched: 0, looked_at: 0, is_complete: true }),
    ),
    http.post(apiPath('/retentions'), async ({ request }) => {
      made = await request.json()
      return new HttpResponse(null, { status: 201 })
    }),
  )
  await renderPortal('/projects/dev/retention')
  await screen.findByText('No rules yet: nothing is deleted automatically.')
  await user.click(screen.getByRole('button', { name: 'Add a rule' }))
  const drawer = await screen.findByRole('dialog')
  const count = within(drawer).getByLabelText('How many artifacts')
  await user.clear(count)
  await user.type(count, '3')
  await user.click(within(drawer).getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(made).toMatchObject({
      scope: { level: 'project', ref: 2 },
      rules: [
        {
          template: 'latestPushedK',
          params: { latestPushedK: 3 },
          tag_selectors: [{ pattern: '**', extras: '{"untagged":false}' }],
        },
      ],
    }),
  )
})

test('says in Chinese too that a rule counts in each repository by itself', async () => {
  withPolicy([])
  await renderPortal('/projects/dev/retention', 'zh-CN')
  await screen.findByText(/保留每个镜像仓库中匹配“v\*”的标签里最近推送的 10 个制品。/)
})
