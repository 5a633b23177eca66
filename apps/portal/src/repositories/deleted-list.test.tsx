import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, refusal, server } from '../testing/server'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
const deleted = (fields: object) => ({
  kind: 'tag',
  name: 'v7',
  digest,
  type: 'IMAGE',
  size: 2048,
  tags: [],
  taken_tags: [],
  deleted_at: new Date(Date.now() - 2.5 * 3_600_000).toISOString(),
  deleted_by: 'mara',
  expires_at: new Date(Date.now() + 5.5 * 86_400_000).toISOString(),
  restorable: true,
  ...fields,
})
const artifact = { kind: 'artifact', name: null, tags: ['v6'], taken_tags: ['latest'] }
const page = '/projects/dev/repositories/httpd?view=deleted'
const restored = { digest, tags: [], taken_tags: [], missing: [] }
let items: object[] = []

beforeEach(() => {
  items = [deleted({})]
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(/\/dev\/repositories\/httpd\/deleted$/, () => listAnswer(items)),
    http.post(/\/dev\/repositories\/httpd\/deleted\/[^/]+\/restore$/, () => {
      items = []
      return HttpResponse.json({ ...restored, tags: ['v7'] })
    }),
  )
})

test('shows what was deleted, by whom, when, and until when it can be restored', async () => {
  await renderPortal(page)
  const row = (await screen.findByRole('button', { name: 'Restore v7' })).closest('tr')
  const text = row?.textContent ?? ''
  for (const part of ['v7', 'Tag', 'sha256:0123456789ab', '2 KiB', '2 hours ago', 'by mara', 'in 5 days'])
    expect(text).toContain(part)
  expect(screen.getAllByRole('link', { current: 'page' }).map((link) => link.textContent)).toContain('Recently deleted')
  expect(screen.getByRole('link', { name: 'Tags' }).getAttribute('aria-current')).toBeNull()
})

test('offers no way back in a proxy cache, which has what its registry has', async () => {
  server.use(http.get(apiPath('/projects/dev'), () => HttpResponse.json({ ...project('dev'), registry_id: 3 })))
  await renderPortal(page)
  expect(await screen.findByText('v7')).toBeTruthy()
  await screen.findByText(/cached copies only/i)
  expect(screen.queryByRole('button', { name: 'Restore v7' })).toBeNull()
})

test('brings a tag back and tells so', async () => {
  await renderPortal(page)
  await userEvent.click(await screen.findByRole('button', { name: 'Restore v7' }))
  expect(await screen.findByText('Tag v7 is back.')).toBeTruthy()
  expect(await screen.findByText('Nothing was deleted lately')).toBeTruthy()
})

test('tells in Chinese what did not come back with an artifact', async () => {
  items = [deleted(artifact)]
  server.use(
    http.post(/\/dev\/repositories\/httpd\/deleted\/sha256[^/]+\/restore$/, () =>
      HttpResponse.json({ ...restored, tags: ['v6'], taken_tags: ['latest'], missing: [digest] }),
    ),
  )
  await renderPortal(page, 'zh-CN')
  await userEvent.click(await screen.findByRole('button', { name: '恢复 v6' }))
  expect(await screen.findByText('标签 v6 已恢复。')).toBeTruthy()
  expect(screen.getByText('以下标签已指向其他镜像，保持不变：latest。')).toBeTruthy()
  expect(screen.getByText('索引的部分内容已彻底清除：sha256:0123456789ab。')).toBeTruthy()
})

test('offers no restoring of what lacks blobs, and tells why the server refused', async () => {
  items = [deleted({}), deleted({ ...artifact, tags: [], taken_tags: [], restorable: false })]
  server.use(
    http.post(/\/dev\/repositories\/httpd\/deleted\/v7\/restore$/, () =>
      refusal(409, 'CONFLICT', 'There is already a tag v7 in this repository.', 'TAG_EXISTS', 'It stays where it is.'),
    ),
  )
  await renderPortal(page)
  expect(await screen.findByRole('button', { name: 'Restore sha256:0123456789ab' })).toHaveProperty('disabled', true)
  await userEvent.click(screen.getByRole('button', { name: 'Restore v7' }))
  expect(await screen.findByText('There is already a tag v7 in this repository.')).toBeTruthy()
  expect(screen.getByText('It stays where it is.')).toBeTruthy()
})

test('says that the list could not be had, and asks again', async () => {
  server.use(http.get(/\/dev\/repositories\/httpd\/deleted$/, () => refusal(503, 'UNAVAILABLE', ''), { once: true }))
  await renderPortal(page)
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.getByText('v7')).toBeTruthy())
})

test('deletes an artifact for good after asking', async () => {
  items = [deleted(artifact)]
  const gone: string[] = []
  server.use(
    http.delete(/\/dev\/repositories\/httpd\/deleted\/sha256[^/]+$/, ({ request }) => {
      gone.push(decodeURIComponent(new URL(request.url).pathname.split('/').at(-1) ?? ''))
      items = []
      return new HttpResponse(null, { status: 200 })
    }),
  )
  await renderPortal(page)
  await userEvent.click(await screen.findByRole('button', { name: 'Delete v6 for good' }))
  const asked = (await screen.findByRole('dialog')).textContent
  expect(asked).toContain('An artifact of dev/httpd that this tag named:v6')
  expect(gone).toEqual([])
  await userEvent.click(await screen.findByRole('button', { name: 'Delete for good' }))
  expect(await screen.findByText('sha256:0123456789ab is gone for good.')).toBeTruthy()
  expect(gone).toEqual([digest])
})
