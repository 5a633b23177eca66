import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, refusal, server } from '../testing/server'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
const tag = (name: string, otherTags: string[]) => ({
  name,
  digest,
  artifact_id: 1,
  media_type: 'application/vnd.oci.image.manifest.v1+json',
  kind: 'image',
  size: 2048,
  platforms: [{ os: 'linux', architecture: 'amd64' }],
  push_time: '2026-01-01T00:00:00.000Z',
  pull_time: null,
  pull_count: 0,
  pushed_by: 'mara',
  other_tags: otherTags,
  labels: [{ id: 3, name: 'released', color: '#0079B8' }],
})
let tags = [tag('v7', ['latest'])]

beforeEach(() => {
  tags = [tag('v7', ['latest'])]
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(/\/dev\/repositories\/httpd\/tags$/, () => listAnswer(tags)),
    http.get(apiPath('/labels'), ({ request }) =>
      listAnswer(request.url.includes('scope=g') ? [{ id: 3, name: 'released', color: '#0079B8' }] : []),
    ),
  )
})

test('shows a tag with digest, platform, size, who pushed it and how to pull it', async () => {
  await renderPortal('/projects/dev/repositories/httpd')
  const row = (await screen.findByRole('link', { name: 'v7' })).closest('tr')
  const text = row?.textContent ?? ''
  for (const part of ['sha256:0123456789ab', 'linux/amd64', '2 KiB', 'by mara', 'never']) expect(text).toContain(part)
  expect(screen.getByText('docker pull registry.example.com/dev/httpd:v7')).toBeTruthy()
})

test('shows labels in the rows, and finds tags by one', async () => {
  const asked: (string | null)[] = []
  server.use(
    http.get(/\/dev\/repositories\/httpd\/tags$/, ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('q'))
      return listAnswer(tags)
    }),
  )
  const router = await renderPortal('/projects/dev/repositories/httpd?q=v')
  const row = (await screen.findByRole('link', { name: 'v7' })).closest('tr')
  expect(row?.textContent).toContain('released')
  const filter = await screen.findByRole('combobox', { name: 'Label' })
  await userEvent.click(filter)
  await screen.findByRole('option', { name: 'released' })
  await userEvent.selectOptions(filter, 'released')
  await expect.poll(() => asked.at(-1)).toBe('name=~v,labels=3')
  expect(router.state.location.search).toMatchObject({ q: 'v', label: 3 })
})

test('does not show every label as what is asked for where the label is gone', async () => {
  const router = await renderPortal('/projects/dev/repositories/httpd?label=99')
  const filter = await screen.findByRole('combobox', { name: 'Label' })
  await screen.findByRole('option', { name: 'released' })
  expect(filter).toHaveProperty('value', '')
  await userEvent.selectOptions(filter, 'Any label')
  await expect.poll(() => router.state.location.search).toEqual({})
})

test('sorts by what has no column on a screen of middle width', async () => {
  window.innerWidth = 800
  const asked: (string | null)[] = []
  server.use(
    http.get(/\/dev\/repositories\/httpd\/tags$/, ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('sort'))
      return listAnswer(tags)
    }),
  )
  await renderPortal('/projects/dev/repositories/httpd')
  await screen.findByRole('link', { name: 'v7' })
  expect(screen.queryByRole('columnheader', { name: 'Pulled' })).toBeNull()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Pulled ↓')
  await expect.poll(() => asked.at(-1)).toBe('-pull_time')
})

test('remembers the client whose pull command one wants', async () => {
  await renderPortal('/projects/dev/repositories/httpd')
  await userEvent.setup({ pointerEventsCheck: 0 }).click(await screen.findByRole('radio', { name: 'podman' }))
  expect(
    (await screen.findAllByText('podman pull --tls-verify=false registry.example.com/dev/httpd:v7')).length,
  ).toBeGreaterThan(0)
  expect(localStorage.getItem('berth-pull-tool')).toBe('podman')
})

test('before a tag goes, names the other tags that keep its image', async () => {
  let gone = ''
  server.use(
    http.delete(/\/dev\/repositories\/httpd\/tags\/v7$/, ({ request }) => {
      gone = request.url
      tags = []
      return new HttpResponse()
    }),
  )
  await renderPortal('/projects/dev/repositories/httpd')
  await userEvent.click(await screen.findByRole('button', { name: 'Delete the tag v7' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('keeps one other tag:')
  expect(within(dialog).getByText('latest')).toBeTruthy()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete the tag' }))
  await waitFor(() => expect(gone).not.toBe(''))
  expect(await screen.findByText('No tags')).toBeTruthy()
  // The button that the dialog was opened by has gone with its row.
  await waitFor(() => expect(dialog.className).toContain('leave-active'))
  fireEvent(dialog, new Event('webkitAnimationEnd'))
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Tags')
})

test('takes the deletion of a tag back', async () => {
  server.use(
    http.delete(/\/dev\/repositories\/httpd\/tags\/v7$/, () => {
      tags = []
      return new HttpResponse()
    }),
    http.post(/\/dev\/repositories\/httpd\/deleted\/v7\/restore$/, () => {
      tags = [tag('v7', [])]
      return HttpResponse.json({ digest, tags: ['v7'], taken_tags: [], missing: [] })
    }),
  )
  await renderPortal('/projects/dev/repositories/httpd')
  await userEvent.click(await screen.findByRole('button', { name: 'Delete the tag v7' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete the tag' }))
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('Tag v7 is back.')).toBeTruthy()
  expect(await screen.findByRole('link', { name: 'v7' })).toBeTruthy()
})

test('names the clients of each artifact by its kind, whatever was pushed last', async () => {
  const signature = `sha256-${'0123456789abcdef'.repeat(4)}.sig`
  tags = [{ ...tag(signature, []), kind: 'artifact' }, { ...tag('1.2.0', []), kind: 'chart' }, tag('v7', [])]
  localStorage.setItem('berth-pull-tool', 'podman')
  await renderPortal('/projects/dev/repositories/httpd')
  await screen.findByRole('link', { name: 'v7' })
  expect(screen.getByText('helm pull --plain-http oci://registry.example.com/dev/httpd --version 1.2.0')).toBeTruthy()
  const row = screen.getByRole('link', { name: signature }).closest('tr')
  expect(row?.textContent).toContain('Signature')
  expect(row?.textContent).toContain('of sha256:0123456789ab')
})

test('heads the repository with latest, also while the list shows something else', async () => {
  server.use(
    http.get(/\/dev\/repositories\/httpd\/tags$/, ({ request }) => {
      const { searchParams: asked } = new URL(request.url)
      if (asked.get('q') === 'name=latest') return listAnswer([tag('latest', [])])
      return listAnswer([tag(asked.get('q') === null ? 'v9' : 'v1.2', [])], 40)
    }),
  )
  await renderPortal('/projects/dev/repositories/httpd?q=v1')
  expect(await screen.findByText('docker pull registry.example.com/dev/httpd:latest')).toBeTruthy()
  await screen.findByRole('link', { name: 'v1.2' })
})

test('offers to delete a tag, and to choose several, only to whoever may', async () => {
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json([
        { resource: 'repository', action: 'push' },
        { resource: 'tag', action: 'list' },
      ]),
    ),
  )
  await renderPortal('/projects/dev/repositories/httpd')
  await screen.findByRole('button', { name: 'Copy the pull command for v7' })
  expect(screen.queryByRole('button', { name: 'Delete the tag v7' })).toBeNull()
  expect(screen.queryByRole('checkbox', { name: 'Select v7' })).toBeNull()
})

test('takes back by Back what was searched, sorted and opened, one step at a time', async () => {
  server.use(http.get(/\/dev\/repositories\/httpd\/artifacts\/v7$/, () => refusal(404, 'NOT_FOUND', 'None.')))
  const router = await renderPortal('/projects/dev/repositories/httpd')
  const at = () => router.state.location.href
  const list = at()
  const box = await screen.findByRole('textbox', { name: /tag/i })
  await userEvent.type(box, 'v')
  await expect.poll(at).toBe(`${list}?q=v`)
  await userEvent.type(box, '7')
  await expect.poll(at).toBe(`${list}?q=v7`)
  await userEvent.click(screen.getByRole('button', { name: 'Size' }))
  await expect.poll(at).toBe(`${list}?q=v7&sort=size`)
  await userEvent.click(screen.getByRole('link', { name: 'v7' }))
  await expect.poll(at).toContain('/artifacts/httpd:v7')
  for (const before of [`${list}?q=v7&sort=size`, `${list}?q=v7`, list]) {
    router.history.back()
    await expect.poll(at).toBe(before)
  }
  await expect.poll(() => screen.getByRole<HTMLInputElement>('textbox', { name: /tag/i }).value).toBe('')
})

test('tells in the title of the tab which part of a repository is open', async () => {
  await renderPortal('/projects/dev/repositories/httpd')
  await expect.poll(() => document.title).toBe('dev/httpd · Berth')
  await userEvent.click(await screen.findByRole('link', { name: 'Untagged' }))
  await expect.poll(() => document.title).toBe('Untagged · dev/httpd · Berth')
})
