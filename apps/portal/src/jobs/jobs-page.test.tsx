import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { queue, run } from '../testing/answers/jobs'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, server } from '../testing/server'

let queues: ReturnType<typeof queue>[]
let asked: unknown[]
beforeEach(() => {
  queues = [queue('RETENTION', { count: 12, latency: 90 }), queue('SCHEDULER')]
  asked = []
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json(['list', 'stop'].map((action) => ({ resource: 'jobservice-monitor', action }))),
    ),
    http.get(apiPath('/jobservice/queues'), () => HttpResponse.json(queues)),
    http.put(apiPath('/jobservice/queues/:type'), async ({ params, request }) => {
      asked.push([params['type'], await request.json()])
      queues = queues.map((one) => (one.job_type === params['type'] ? { ...one, paused: true } : one))
      return new HttpResponse()
    }),
  )
})

test('says what pausing a queue does before it does so', async () => {
  await renderPortal('/jobs')
  await userEvent.click(await screen.findByRole('button', { name: 'Pause Retention' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('12 jobs wait now. Nothing of this is begun until you resume it')
  expect(asked).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Pause' }))
  await screen.findByRole('button', { name: 'Resume Retention' })
  expect(asked).toEqual([['RETENTION', { action: 'pause' }]])
})

test('shows all queues on one page, without a pager that leads nowhere', async () => {
  queues = Array.from({ length: 17 }, (_, at) => queue(`TYPE_${at}`))
  await renderPortal('/jobs')
  expect(await screen.findByText('17 entries')).toBeTruthy()
  expect(screen.getAllByText(/^TYPE_\d+$/, { selector: 'strong' })).toHaveLength(17)
  expect(screen.queryByRole('button', { name: 'Page 2' })).toBeNull()
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('shows runs of every job with their tasks, and the log of one', async () => {
  const sorts: (string | null)[] = []
  server.use(
    http.get(apiPath('/jobservice/jobs'), ({ request }) => {
      sorts.push(new URL(request.url).searchParams.get('sort'))
      return listAnswer([run])
    }),
    http.get(apiPath('/jobservice/jobs/7'), () => HttpResponse.json(run)),
    http.get(apiPath('/jobservice/jobs/7/tasks'), () =>
      listAnswer([{ ...run, id: 8, parent_id: 7, about: 'dev/app', counts: null, status: 'error', error: 'no room' }]),
    ),
    http.get(apiPath('/jobservice/jobs/8/log'), () => HttpResponse.text('looked at dev/app\n')),
    http.get(apiPath('/jobservice/jobs/8'), () => HttpResponse.json({ ...run, id: 8, status: 'error' })),
  )
  await renderPortal('/jobs?view=runs')
  await screen.findByRole('button', { name: 'Stop run 7' })
  expect(sorts).toEqual(['-id'])
  await userEvent.click(screen.getByRole('link', { name: '3 of 5 tasks' }))
  await screen.findByText('no room')
  await screen.findByText(/· alice · dev\/app/)
  await userEvent.click(screen.getByRole('button', { name: 'Log of run 8' }))
  await screen.findByText('looked at dev/app')
})

test('says when schedules run next, and that they are paused', async () => {
  queues = [queue('SCHEDULER', { paused: true })]
  const day = (number: number) => new Date(Date.now() + number * 86_400_000).toISOString()
  const schedule = { id: 1, vendor_type: 'SCRUB', vendor_id: 0, vendor_name: null, cron: '0 0 0 * * 0' }
  server.use(
    http.get(apiPath('/schedules'), () =>
      listAnswer([{ ...schedule, update_time: day(-1), last_run: null, next_runs: [1, 2, 3, 4, 5].map(day) }]),
    ),
  )
  await renderPortal('/jobs?view=schedules')
  await screen.findByText('Schedules are paused: nothing starts by the clock.')
  await screen.findByText('Blob verification')
  await screen.findByRole('button', { name: 'Resume schedules' })
})

test('says that nobody is at work where no jobservice is', async () => {
  server.use(http.get(apiPath('/jobservice/pools/all/workers'), () => HttpResponse.json([])))
  await renderPortal('/jobs?view=workers')
  await screen.findByText('No jobservice is at work')
})

test('shows which workers are idle, and what the others do', async () => {
  const worker = (id: string, more: object) => ({
    id,
    pool_id: 'p',
    class: 'delivery',
    start_at: '',
    checkin_at: '',
    ...more,
  })
  server.use(
    http.get(apiPath('/jobservice/pools/all/workers'), () =>
      HttpResponse.json([worker('p-1', { job_id: '7', job_name: 'WEBHOOK' }), worker('p-2', {})]),
    ),
  )
  await renderPortal('/jobs?view=workers')
  expect(await screen.findByRole('link', { name: 'WEBHOOK #7' })).toBeTruthy()
  expect(screen.getByText('nothing')).toBeTruthy()
})
