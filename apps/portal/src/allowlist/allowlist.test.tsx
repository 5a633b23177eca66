import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, project, server } from '../testing/server'

const time = '2026-01-01T00:00:00.000Z'
const list = { id: 0, project_id: 0, items: [{ cve_id: 'CVE-2026-1' }], creation_time: time, update_time: time }

/** @returns what was changed */
function withLists() {
  const changes: unknown[] = []
  const note = async ({ request }: { request: Request }) => {
    changes.push(await request.json())
    return new HttpResponse()
  }
  server.use(
    http.get(apiPath('/system/CVEAllowlist'), () => HttpResponse.json(list)),
    http.put(apiPath('/system/CVEAllowlist'), note),
    http.get(apiPath('/projects/dev'), () => HttpResponse.json({ ...project('dev'), cve_allowlist: list })),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 0 })),
    http.put(apiPath('/projects/dev'), note),
  )
  return changes
}

test('the platform has a list, which says that it acts later', async () => {
  const changes = withLists()
  await renderPortal('/cve-allowlist')
  expect(await screen.findByText(/has no effect yet/)).toBeTruthy()
  await userEvent.type(await screen.findByRole('textbox', { name: 'CVEs' }), '\nCVE-2026-2')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(changes).toEqual([{ items: [{ cve_id: 'CVE-2026-1' }, { cve_id: 'CVE-2026-2' }] }]))
})

test('a project takes the list of the platform, or one of its own', async () => {
  const changes = withLists()
  await renderPortal('/projects/dev/settings', 'zh-CN')
  expect(await screen.findByText('共 1 项，由管理员维护。')).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: 'CVE' })).toBeNull()
  await userEvent.click(await screen.findByRole('radio', { name: /项目自有列表/ }))
  await userEvent.type(await screen.findByLabelText('最后一天'), '2026-12-31')
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }))
  await waitFor(() =>
    expect(changes).toEqual([
      {
        cve_allowlist: { items: list.items, expires_at: Date.UTC(2026, 11, 31, 23, 59, 59) / 1000 },
        metadata: { reuse_sys_cve_allowlist: 'false' },
      },
    ]),
  )
})
