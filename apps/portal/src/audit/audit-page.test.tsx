import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, refusal, server } from '../testing/server'

const entry = (id: number, more: object = {}) => ({
  id,
  op_time: '2026-11-24T12:00:00.000Z',
  username: 'ann',
  operation: 'delete',
  resource_type: 'tag',
  resource: `dev/app:v${id}`,
  operation_result: true,
  operation_description: `delete tag: dev/app:v${id}`,
  source_address: '10.0.0.1',
  request_id: 'request-7',
  details: { repository: 'dev/app', tag: `v${id}` },
  ...more,
})

/** What the server was asked. */
let asked: string[]
beforeEach(() => {
  asked = []
  server.use(
    http.get(apiPath('/users/current/permissions'), ({ request }) => {
      const isSystem = new URL(request.url).searchParams.get('scope') === '/system'
      return HttpResponse.json(
        isSystem
          ? [{ resource: 'audit-log', action: 'list' }]
          : [
              { resource: '.', action: 'read' },
              { resource: 'log', action: 'list' },
            ],
      )
    }),
    http.get(apiPath('/auditlog-exts'), ({ request }) => {
      const q = new URL(request.url).searchParams.get('q') ?? ''
      asked.push(q)
      return q.includes('nothing') ? listAnswer([]) : listAnswer([entry(1), entry(2, { operation_result: false })], 30)
    }),
  )
})

test('tells who did what, and beneath an entry all that is known of it', async () => {
  const router = await renderPortal('/audit-log')
  await screen.findByText('dev/app:v1')
  expect(screen.getAllByText('Delete tag')).toHaveLength(2)
  expect(screen.getByText('Refused or failed', { selector: 'span' })).toBeTruthy()
  const [toggle] = screen.getAllByRole('button', { name: 'Details of the entry' })
  await userEvent.click(toggle as HTMLElement)
  await screen.findByText(/10\.0\.0\.1/)
  expect((await screen.findByText(/request-7/)).textContent).toContain('"tag": "v1"')
  expect(router.state.location.search).toEqual({ entry: 1 })
  await userEvent.click(screen.getAllByRole('button', { name: 'Details of the entry' })[0] as HTMLElement)
  await waitFor(() => expect(screen.queryByText(/10\.0\.0\.1/)).toBeNull())
})

test('asks the server for what is chosen, and gives the same list as a table', async () => {
  await renderPortal('/audit-log')
  await screen.findByText('dev/app:v1')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Operation' }), 'Delete')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Result' }), 'Refused or failed')
  await userEvent.type(screen.getByRole('textbox', { name: 'User' }), 'ann')
  await waitFor(() => expect(asked.at(-1)).toBe('username=~ann,operation=delete,operation_result=false'))
  const link = new URL(screen.getByRole('link', { name: 'Download as CSV' }).getAttribute('href') ?? '', 'http://x')
  expect(link.pathname).toBe('/api/v2.0/auditlog-exts/csv')
  expect(link.searchParams.get('q')).toBe('username=~ann,operation=delete,operation_result=false')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'Last 24 hours')
  await waitFor(() => expect(asked.at(-1)).toMatch(/,op_time=\[\d{4}-.*Z~\]$/))
})

test('says that nothing fits, and how to see everything again', async () => {
  await renderPortal('/audit-log?q=nothing&operation=pull')
  await userEvent.click(await screen.findByRole('button', { name: 'Clear the filters' }))
  await screen.findByText('dev/app:v1')
  expect(asked.at(-1)).toBe('')
})

test('is a tab of a project for whoever may read its log, in Chinese as well', async () => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({})),
    http.get(apiPath('/projects/dev/auditlog-exts'), () => listAnswer([entry(3)])),
  )
  await renderPortal('/projects/dev/audit-log', 'zh-CN')
  await screen.findByText('删除标签')
  const tabs = screen.getByRole('navigation', { name: '项目分区' })
  expect(within(tabs).getByRole('link', { name: '审计日志' })).toBeTruthy()
})

test('leads back from where pages have no numbers', async () => {
  server.use(
    http.get(apiPath('/auditlog-exts'), ({ request }) =>
      request.url.includes('page=9999') ? refusal(400, 'BAD_REQUEST', 'Follow "next".') : listAnswer([entry(1)], 30),
    ),
  )
  const router = await renderPortal('/audit-log?page=9999&user=ann')
  await screen.findByRole('heading', { level: 2, name: 'Entries so far back are found by their time' })
  expect(screen.getByRole('heading', { level: 1, name: 'Audit log' })).toBeTruthy()
  expect(screen.queryByText(/Follow/)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'To the first page' }))
  await screen.findByText('dev/app:v1')
  expect(router.state.location.search).toEqual({ user: 'ann' })
})
