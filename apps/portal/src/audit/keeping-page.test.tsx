import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, refusal, server } from '../testing/server'

const rights =
  'purge-audit:list purge-audit:create purge-audit:update purge-audit:stop configuration:read configuration:update'
const run = (id: number, status: string, parameters: object) => ({
  id,
  job_name: 'PURGE_AUDIT_LOG',
  job_kind: 'MANUAL',
  job_parameters: JSON.stringify(parameters),
  job_status: status,
  schedule: { type: 'Manual' },
  deleted: false,
  creation_time: '2026-11-24T12:00:00.000Z',
  update_time: '2026-11-24T12:02:05.000Z',
})

let runs: ReturnType<typeof run>[]
let asked: { schedule: object; parameters: object }[]
let settings: Record<string, unknown>
beforeEach(() => {
  runs = []
  asked = []
  settings = {
    audit_log_forward_endpoint: '',
    skip_audit_log_database: false,
    disabled_audit_log_event_types: 'pull_artifact,create_tag',
  }
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json(
        rights.split(' ').map((right) => ({ resource: right.split(':')[0], action: right.split(':')[1] })),
      ),
    ),
    http.get(apiPath('/auditlog-exts/events'), () =>
      HttpResponse.json(['create_artifact', 'pull_artifact'].map((event_type) => ({ event_type }))),
    ),
    http.get(apiPath('/system/purgeaudit'), () => listAnswer(runs.toReversed())),
    http.get(apiPath('/system/purgeaudit/schedule'), () => new HttpResponse()),
    http.get(apiPath('/system/purgeaudit/:id'), ({ params }) =>
      HttpResponse.json(runs.find(({ id }) => id === Number(params['id']))),
    ),
    http.post(apiPath('/system/purgeaudit/schedule'), async ({ request }) => {
      const body = (await request.json()) as (typeof asked)[number]
      asked.push(body)
      const id = runs.length + 1
      runs.push(run(id, 'Success', { ...body.parameters, purged_entries: 1234 }))
      return new HttpResponse(null, { status: 201, headers: { Location: `/api/v2.0/system/purgeaudit/${id}` } })
    }),
    http.get(apiPath('/configurations'), () =>
      HttpResponse.json(
        Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, { value, editable: true }])),
      ),
    ),
    http.put(apiPath('/configurations'), async ({ request }) => {
      Object.assign(settings, await request.json())
      return new HttpResponse()
    }),
  )
})

const button = (name: string) => screen.findByRole('button', { name })

test('says first what a purge would take, and purges when that is confirmed', async () => {
  await renderPortal('/audit-log/keeping')
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Pull artifact' }))
  await userEvent.click(await button('Dry run'))
  await screen.findByText('1234 entries', { selector: 'strong' })
  const parameters = {
    audit_retention_hour: 90 * 24,
    include_event_types: 'create_artifact,other_events',
    dry_run: true,
  }
  expect(asked).toEqual([{ schedule: { type: 'Manual' }, parameters }])
  await userEvent.click(await button('Purge'))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('older than 90 days')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Purge' }))
  await screen.findByText('Started. The list below shows its progress.')
  expect(asked[1]?.parameters).toEqual({ ...parameters, dry_run: false })
})

test('plans purges, of what is chosen', async () => {
  const planned: unknown[] = []
  server.use(
    http.put(apiPath('/system/purgeaudit/schedule'), async ({ request }) => {
      planned.push(await request.json())
      return new HttpResponse()
    }),
  )
  await renderPortal('/audit-log/keeping')
  await screen.findByText(/^Off\./)
  const [change] = await screen.findAllByRole('button', { name: 'Change' })
  await userEvent.click(change as HTMLElement)
  const drawer = await screen.findByRole('dialog')
  await userEvent.click(within(drawer).getByRole('radio', { name: 'Every day, 00:00 UTC' }))
  await userEvent.click(within(drawer).getByRole('checkbox', { name: 'Pull artifact' }))
  await userEvent.click(within(drawer).getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(planned).toEqual([
      {
        schedule: { type: 'Daily', cron: '' },
        parameters: {
          audit_retention_hour: 90 * 24,
          include_event_types: 'create_artifact,other_events',
          dry_run: false,
        },
      },
    ]),
  )
})

test('names a syslog server, tries it out, and keeps what it has no box for', async () => {
  const pinged: unknown[] = []
  server.use(
    http.post(apiPath('/system/auditlog-forward/ping'), async ({ request }) => {
      pinged.push(await request.json())
      return pinged.length === 1
        ? refusal(400, 'BAD_REQUEST', 'Nothing could be sent', 'FORWARD_FAILED')
        : new HttpResponse()
    }),
  )
  await renderPortal('/audit-log/keeping')
  await screen.findByText('None: nothing is forwarded')
  const changes = await screen.findAllByRole('button', { name: 'Change' })
  await userEvent.click(changes.at(-1) as HTMLElement)
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Forward only, keep nothing here' }))
  const endpoint = await screen.findByRole('textbox', { name: 'Syslog server' })
  await userEvent.type(endpoint, 'logs.example.org')
  await waitFor(() => expect(screen.getAllByText(/^host:port/)).toHaveLength(2))
  await userEvent.type(endpoint, ':514')
  await userEvent.click(await button('Send a test message'))
  await screen.findByText('Nothing could be sent')
  await userEvent.click(await button('Send a test message'))
  await screen.findByText('Send a test message ✓')
  expect(pinged[1]).toEqual({ audit_log_forward_endpoint: 'logs.example.org:514' })
  await userEvent.click(await button('Save'))
  await waitFor(() =>
    expect(settings).toEqual({
      audit_log_forward_endpoint: 'logs.example.org:514',
      skip_audit_log_database: true,
      disabled_audit_log_event_types: 'pull_artifact,create_tag',
    }),
  )
  await screen.findByText(/^This page then shows no new entries/)
})
