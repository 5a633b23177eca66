import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, refusal, server } from '../testing/server'

const run = (id: number, status: string, parameters: object, kind = 'MANUAL') => ({
  id,
  job_name: 'GARBAGE_COLLECTION',
  job_kind: kind,
  job_parameters: JSON.stringify(parameters),
  job_status: status,
  schedule: { type: 'Manual' },
  deleted: false,
  creation_time: '2026-11-24T12:00:00.000Z',
  update_time: '2026-11-24T12:02:05.000Z',
})

const schedule = (type: string, cron = '', parameters: object = {}) => ({
  job_name: 'GARBAGE_COLLECTION',
  job_kind: cron,
  job_parameters: JSON.stringify(parameters),
  deleted: false,
  schedule: { type, cron, ...(cron === '' ? {} : { next_scheduled_time: '2026-11-28T02:30:00.000Z' }) },
})

/** Runs that the server holds, by their ids, and what it was asked to start. */
let runs: Map<number, ReturnType<typeof run>>
let asked: unknown[]
beforeEach(() => {
  runs = new Map()
  asked = []
  server.use(
    http.get(apiPath('/system/gc'), () => listAnswer([...runs.values()].toReversed())),
    http.get(apiPath('/system/gc/schedule'), () => HttpResponse.json(schedule('None'))),
    http.get(apiPath('/system/gc/:id'), ({ params }) => HttpResponse.json(runs.get(Number(params['id'])))),
    http.post(apiPath('/system/gc/schedule'), async ({ request }) => {
      const body = (await request.json()) as { parameters: object }
      asked.push(body)
      const id = runs.size + 1
      runs.set(id, run(id, 'Running', body.parameters))
      return new HttpResponse(null, { status: 201, headers: { Location: `/api/v2.0/system/gc/${id}` } })
    }),
  )
})

const button = (name: string) => screen.findByRole('button', { name })

test('says first what would be freed, and frees it when that is confirmed', async () => {
  await renderPortal('/clean-up')
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Also delete artifacts without a tag' }))
  await userEvent.click(await button('Dry run'))
  await screen.findByText(/Working out what would be deleted/)
  const parameters = { dry_run: true, delete_untagged: true, purge_deleted: false, delete_tag: false, workers: 1 }
  expect(asked).toEqual([{ schedule: { type: 'Manual' }, parameters }])
  const sums = { freed_space: 3 * 1024 ** 2, purged_blobs: 2, purged_manifests: 1, untagged_manifests: 4 }
  runs.set(1, run(1, 'Success', { ...parameters, ...sums }))
  await screen.findByText('3 MiB would be freed.')
  const forecast = screen.getByText('3 MiB would be freed.').closest('[aria-live]')
  expect(forecast?.textContent).toContain('2 blobs · 1 manifest')
  expect(forecast?.textContent).toContain('4 artifacts without a tag would be deleted')

  await userEvent.click(await button('Free space'))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('Artifacts without a tag are deleted.')
  expect(asked).toHaveLength(1)
  await userEvent.click(within(dialog).getByRole('button', { name: 'Free space' }))
  await screen.findByText('Started. The list below shows its progress.')
  expect(asked[1]).toEqual({ schedule: { type: 'Manual' }, parameters: { ...parameters, dry_run: false } })
})

test('says what is spared and for how long, and offers first what changes nothing', async () => {
  await renderPortal('/clean-up')
  await screen.findByText(/Artifacts younger than a day/)
  await button('Dry run')
  // Its icon turns for a while.
  const isPrimary = (name: RegExp) => screen.getByRole('button', { name }).classList.contains('ant-btn-primary')
  expect([isPrimary(/Dry run$/), isPrimary(/^Free space$/)]).toEqual([true, false])
  server.use(
    http.get(apiPath('/system/gc/:id'), ({ params }) => HttpResponse.json(run(Number(params['id']), 'Success', {}))),
  )
  await userEvent.click(screen.getByRole('button', { name: 'Dry run' }))
  await screen.findByText(/nothing to free.*can be restored for 7 days/)
  expect([isPrimary(/Dry run$/), isPrimary(/^Free space$/)]).toEqual([false, true])
})

test.each([
  ['en-US', 172_800, /can be restored for 2 days; its space is freed after that/],
  ['zh-CN', 172_800, /已删除的内容2天内可以恢复/],
  ['en-US', 0, /cannot be restored here/],
] as const)('names the time in which what is deleted can be restored: %s, %d s', async (language, seconds, said) => {
  server.use(http.get(apiPath('/systeminfo'), () => HttpResponse.json({ restorable_seconds: seconds })))
  await renderPortal('/clean-up', language)
  await screen.findByText(said)
})

test('says of what could still be restored only that it goes', async () => {
  await renderPortal('/clean-up')
  const purge = await screen.findByRole('checkbox', { name: 'Include content that could still be restored' })
  expect(document.getElementById(purge.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
    /^Immediately frees/,
  )
  await userEvent.click(purge)
  await userEvent.click(await button('Free space'))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('Everything deleted is removed for good')
  expect(dialog.textContent).not.toContain('Nothing else changes')
})

test('follows a run until it ends, and stops it when asked to', async () => {
  runs.set(7, run(7, 'Running', { freed_space: 1024, purged_blobs: 1 }))
  const stopped: unknown[] = []
  server.use(
    http.put(apiPath('/system/gc/:id'), ({ params }) => {
      stopped.push(params['id'])
      runs.set(7, run(7, 'Stopped', { freed_space: 2048, purged_blobs: 2 }))
      return new HttpResponse()
    }),
  )
  await renderPortal('/clean-up')
  await screen.findByText('1 KiB')
  runs.set(7, run(7, 'Running', { freed_space: 1536, purged_blobs: 1 }))
  await screen.findByText('1.5 KiB')
  await userEvent.click(await button('Stop run 7'))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stop' }))
  await screen.findByText('2 KiB')
  expect(stopped).toEqual(['7'])
  expect(screen.getByText('2 min 5 sec')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Stop run 7' })).toBeNull()
})

test('shows the log that the address names', async () => {
  runs.set(3, run(3, 'Success', {}, 'SCHEDULE'))
  server.use(http.get(apiPath('/system/gc/3/log'), () => HttpResponse.text('2026-11-24T12:00:00Z blob 6 bytes\n')))
  const router = await renderPortal('/clean-up?run=3')
  await screen.findByText('2026-11-24T12:00:00Z blob 6 bytes')
  expect(screen.getByRole('link', { name: 'The whole log' }).getAttribute('href')).toBe('/api/v2.0/system/gc/3/log')
  await userEvent.click(await button('Close'))
  await waitFor(() => expect(router.state.location.search).toEqual({}))
})

test('changes the schedule, with the words of the server where it refuses', async () => {
  let plan = schedule('None')
  server.use(
    http.get(apiPath('/system/gc/schedule'), () => HttpResponse.json(plan)),
    http.put(apiPath('/system/gc/schedule'), async ({ request }) => {
      const body = (await request.json()) as { schedule: { type: string; cron: string }; parameters: object }
      if (body.schedule.cron === '0 0 0 * * 1') return refusal(409, 'CONFLICT', 'not while another runs')
      plan = schedule(body.schedule.type, body.schedule.cron, body.parameters)
      return new HttpResponse()
    }),
  )
  await renderPortal('/clean-up')
  await screen.findByText(/^Off\./)
  await userEvent.click(await button('Change'))
  await userEvent.click(await screen.findByRole('radio', { name: 'By a cron expression' }))
  const cron = await screen.findByRole('textbox', { name: 'Cron expression' })
  await userEvent.type(cron, 'each day')
  await screen.findByText(/This is not a cron expression/)
  await userEvent.clear(cron)
  await userEvent.type(cron, '0 0 0 * * 1')
  await waitFor(() => expect(screen.queryByText(/This is not a cron expression/)).toBeNull())
  await userEvent.click(await button('Save'))
  expect((await screen.findByRole('alert')).textContent).toContain('not while another runs')
  await userEvent.clear(cron)
  await userEvent.type(cron, '0 30 2 * * 6')
  await userEvent.click(await button('Save'))
  await screen.findByText('0 30 2 * * 6')
  await screen.findByText(/November 2[78], 2026/)
})

test('says by which expression it runs, whatever word another client gave with it', async () => {
  server.use(http.get(apiPath('/system/gc/schedule'), () => HttpResponse.json(schedule('Weekly', '0 30 2 * * 6'))))
  await renderPortal('/clean-up')
  await screen.findByText('0 30 2 * * 6')
  expect(screen.queryByText(/Every Sunday/)).toBeNull()
  await userEvent.click(await button('Change'))
  const cron = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Cron expression' })
  expect(cron.value).toBe('0 30 2 * * 6')
})

test('is for system administrators alone', async () => {
  server.use(http.get(apiPath('/users/current/permissions'), () => HttpResponse.json([])))
  await renderPortal('/clean-up')
  await screen.findByText('This page is for system administrators')
  await expect.poll(() => document.title).toBe('Clean up · Berth')
  expect(screen.queryByRole('link', { name: 'Clean up' })).toBeNull()
  await button('To the projects')
})
