import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, refusal, server } from '../testing/server'

const digestOf = (digit: string) => `sha256:${digit.repeat(64)}`
const tag = (name: string, digit: string, otherTags: string[] = []) => ({
  name,
  digest: digestOf(digit),
  artifact_id: 1,
  media_type: 'application/vnd.oci.image.manifest.v1+json',
  kind: 'image',
  size: 2048,
  platforms: [],
  push_time: '2026-01-01T00:00:00.000Z',
  pull_time: null,
  pull_count: 0,
  pushed_by: 'mara',
  other_tags: otherTags,
  labels: [],
})
let tags: ReturnType<typeof tag>[]
let calls: string[]
const user = userEvent.setup({ pointerEventsCheck: 0 })

beforeEach(() => {
  tags = [tag('v1', 'a', ['v2', 'stable']), tag('v2', 'a', ['v1', 'stable']), tag('v3', 'b'), tag('v4', 'c')]
  calls = []
  const note = ({ request }: { request: Request }) => {
    const path = decodeURIComponent(decodeURIComponent(new URL(request.url).pathname))
    calls.push(`${request.method} ${path.split('/httpd/')[1]}`)
    if (path.endsWith('v3')) return refusal(412, 'PRECONDITION', 'The rule keeps it.', 'TAG_IMMUTABLE')
    tags = tags.filter(({ name }) => !path.endsWith(`/tags/${name}`))
    return new HttpResponse()
  }
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(/\/dev\/repositories\/httpd\/tags$/, () => listAnswer(tags)),
    http.get(apiPath('/labels'), ({ request }) =>
      listAnswer(request.url.includes('scope=g') ? [{ id: 3, name: 'released', color: '#0079B8' }] : []),
    ),
    http.delete(/\/httpd\//, note),
    http.post(/\/httpd\//, note),
  )
})

const open = async () => {
  await renderPortal('/projects/dev/repositories/httpd')
  await screen.findByRole('checkbox', { name: 'Select v1' })
}
const tick = (name: string) => user.click(screen.getByRole('checkbox', { name: `Select ${name}` }))
const bar = () => screen.findByRole('region', { name: 'What is selected' })

test('before several tags go, says which images lose their last one, and tells what a rule has kept', async () => {
  await open()
  for (const name of ['v1', 'v2', 'v3']) await tick(name)
  expect(within(await bar()).getByText('3 selected')).toBeTruthy()
  await user.click(within(await bar()).getByRole('button', { name: 'Delete…' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('Delete 3 tags?')
  expect(dialog.textContent).toContain('1 image loses its last tag (2 KiB)')
  expect(dialog.textContent).toContain('1 image keeps other tags.')
  expect(calls).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Delete 3 tags' }))
  expect(await screen.findByText('2 tags are deleted.')).toBeTruthy()
  expect(await screen.findByText('The rule keeps it.')).toBeTruthy()
  expect(calls).toEqual(['DELETE tags/v1', 'DELETE tags/v2', 'DELETE tags/v3'])
  expect(within(await bar()).getByText('1 selected')).toBeTruthy()
})

test('says why no tag of several goes, offers nothing to undo, and asks anew what is there', async () => {
  let asked = 0
  server.use(
    http.get(/\/dev\/repositories\/httpd\/tags$/, () => {
      asked += 1
      return listAnswer(tags)
    }),
    http.delete(/\/httpd\//, () => refusal(412, 'PRECONDITION', 'The rule keeps it.', 'TAG_IMMUTABLE')),
  )
  await open()
  const before = asked
  for (const name of ['v1', 'v2']) await tick(name)
  await user.click(within(await bar()).getByRole('button', { name: 'Delete…' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete 2 tags' }))
  expect(await screen.findAllByText('The rule keeps it.')).toHaveLength(1)
  await expect.poll(() => asked).toBeGreaterThan(before)
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  expect(screen.queryByText('0 tags are deleted.')).toBeNull()
})

test('takes back the deletion of several tags in one go, as far as their names are free', async () => {
  server.use(
    http.post(/\/httpd\/deleted\/[^/]+\/restore$/, ({ request }) => {
      const [, name = ''] = /deleted\/([^/]+)\/restore$/.exec(request.url) ?? []
      calls.push(`restore ${name}`)
      if (name === 'v4') return refusal(409, 'CONFLICT', 'There is already a tag v4.', 'TAG_EXISTS')
      return HttpResponse.json({ digest: digestOf('a'), tags: [name], taken_tags: [], missing: [] })
    }),
  )
  await open()
  for (const name of ['v1', 'v2', 'v4']) await tick(name)
  await user.click(within(await bar()).getByRole('button', { name: 'Delete…' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete 3 tags' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('Tags v2, v1 are back.')).toBeTruthy()
  expect(await screen.findByText('There is already a tag v4.')).toBeTruthy()
  expect(calls.slice(3)).toEqual(['restore v4', 'restore v2', 'restore v1'])
})

test('puts a label on each image once, however many of its tags are ticked', async () => {
  await open()
  await tick('v1')
  await user.click(within(await bar()).getByRole('button', { name: 'Select the whole page' }))
  const select = within(await bar()).getByRole('combobox', { name: 'Add a label…' })
  await user.click(select)
  await within(select).findByRole('option', { name: 'released' })
  await user.selectOptions(select, 'released')
  expect(await screen.findByText('Added “released” to 3 artifacts.')).toBeTruthy()
  expect(calls).toEqual(['a', 'b', 'c'].map((digit) => `POST artifacts/${digestOf(digit)}/labels`))
})

test('ticks all between two rows with Shift, and nothing after clearing', async () => {
  await open()
  await tick('v1')
  await user.keyboard('{Shift>}')
  await tick('v3')
  await user.keyboard('{/Shift}')
  expect(within(await bar()).getByText('3 selected')).toBeTruthy()
  await user.click(within(await bar()).getByRole('button', { name: 'Clear' }))
  expect(screen.queryByRole('region', { name: 'What is selected' })).toBeNull()
})
