import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, refusal, server } from '../testing/server'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
const time = '2026-01-01T00:00:00.000Z'
const artifact = { type: 'IMAGE', size: 1024, push_time: time, pull_time: time, digest }

let asked: URLSearchParams
beforeEach(() => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 2 })),
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json([
        { resource: 'artifact', action: 'list' },
        { resource: 'repository', action: 'list' },
      ]),
    ),
    http.get(apiPath('/projects/dev/artifacts'), ({ request }) => {
      asked = new URL(request.url).searchParams
      return listAnswer([
        { ...artifact, id: 1, repository_name: 'dev/team/web', tags: [{ name: 'v2' }, { name: 'latest' }] },
        { ...artifact, id: 2, repository_name: 'dev/api', type: 'CHART', tags: [] },
      ])
    }),
  )
})

test('lists what a project holds in all its repositories, and leads to it', async () => {
  await renderPortal('/projects/dev/all-artifacts')
  const tagged = await screen.findByRole('link', { name: 'team/web:v2' })
  expect(tagged.getAttribute('href')).toBe('/projects/dev/artifacts/team/web:v2')
  expect(screen.getByText('latest')).toBeTruthy()
  expect(screen.getByRole('link', { name: /^api@sha256:/ }).getAttribute('href')).toContain(digest)
  expect(screen.getByRole('cell', { name: 'Helm chart' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Artifacts' }).getAttribute('aria-current')).toBe('page')
})

test('finds by tag and type, and keeps that in the address', async () => {
  const router = await renderPortal('/projects/dev/all-artifacts?sort=-size')
  await screen.findByRole('link', { name: 'team/web:v2' })
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'Helm chart')
  await userEvent.type(screen.getByRole('textbox', { name: 'Search tags' }), 'v1,2')
  await waitFor(() => expect(asked.get('q')).toBe('tags=~v12,type=CHART'))
  expect(asked.get('sort')).toBe('-size')
  expect(router.state.location.search).toEqual({ sort: '-size', type: 'CHART', q: 'v1,2' })
})

const mayDelete = http.get(apiPath('/users/current/permissions'), () =>
  HttpResponse.json([
    { resource: 'artifact', action: 'list' },
    { resource: 'artifact', action: 'delete' },
    { resource: 'repository', action: 'push' },
  ]),
)

/** Ticks all rows and asks to delete them. */
async function askToDelete() {
  await renderPortal('/projects/dev/all-artifacts')
  for (const box of await screen.findAllByRole('checkbox', { name: /^Select / })) await userEvent.click(box)
  await userEvent.click(await screen.findByRole('button', { name: 'Delete…' }))
  const dialog = await screen.findByRole('dialog')
  expect(document.querySelector('.ant-btn-loading')).toBeNull()
  return dialog
}

test('deletes what is ticked in several repositories, and tells before what a rule keeps', async () => {
  const deleted: string[] = []
  server.use(
    mayDelete,
    http.get(/\/team%252Fweb\/artifacts\/[^/]+\/deletion$/, () =>
      HttpResponse.json({ digest, tags: ['v2'], tag_count: 1, accessories: [], parts: 0, frees: 1024 }),
    ),
    http.get(/\/api\/artifacts\/[^/]+\/deletion$/, () =>
      refusal(412, 'PRECONDITION', 'The rule keeps it.', 'TAG_IMMUTABLE'),
    ),
    http.delete(/\/artifacts\/sha256/, ({ request }) => {
      deleted.push(request.url)
      return new HttpResponse()
    }),
  )
  const dialog = await askToDelete()
  expect(dialog.textContent).toContain('Delete 1 artifact?')
  expect(within(dialog).getByText('team/web:v2')).toBeTruthy()
  expect(dialog.textContent).toContain('1 artifact stays:')
  expect(dialog.textContent).toContain('The rule keeps it.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete 1 artifact' }))
  expect(await screen.findByText('1 artifact is deleted.')).toBeTruthy()
  expect(deleted).toHaveLength(1)
  expect(deleted[0]).toContain('/team%252Fweb/')
})

describe('an index that is ticked with an image that it lists', () => {
  const [index, part] = [`sha256:${'e'.repeat(64)}`, `sha256:${'f'.repeat(64)}`]
  const row = (id: number, more: object) => ({ ...artifact, id, repository_name: 'dev/app', ...more })
  const preview = { digest: index, tags: ['v1'], tag_count: 1, accessories: [], parts: 2, frees: 1024 }
  const referenced = () => refusal(412, 'VIOLATE_FOREIGN_KEY_CONSTRAINT', 'An index lists it.', 'ARTIFACT_REFERENCED')
  let calls: string[]

  beforeEach(() => {
    calls = []
    const note = ({ request }: { request: Request }) => {
      const [, what = ''] = /sha256:(e|f)/.exec(decodeURIComponent(request.url)) ?? []
      calls.push(`${request.method} ${what === 'e' ? 'index' : 'part'}`)
      return HttpResponse.json({ digest: part, tags: what === 'e' ? ['v1'] : ['arm'], taken_tags: [], missing: [] })
    }
    server.use(
      mayDelete,
      http.get(apiPath('/projects/dev/artifacts'), () =>
        listAnswer([
          row(1, { digest: part, tags: [{ name: 'arm' }], references: null }),
          row(2, { digest: index, tags: [{ name: 'v1' }], references: [{ child_digest: part }] }),
        ]),
      ),
      http.get(/\/app\/artifacts\/[^/]+e\/deletion$/, () => HttpResponse.json(preview)),
      http.get(/\/app\/artifacts\/[^/]+f\/deletion$/, referenced),
      http.delete(/\/app\/artifacts\//, note),
      http.post(/\/app\/deleted\//, note),
    )
  })

  test('goes before it, and comes back after it', async () => {
    const dialog = await askToDelete()
    expect(dialog.textContent).toContain('Delete 2 artifacts?')
    for (const name of ['app:v1', 'app:arm', '2 tags go', '1 image that the index lists stays'])
      expect(dialog.textContent).toContain(name)
    expect(dialog.textContent).toContain('at least 1 KiB')
    expect(dialog.textContent).not.toContain('An index lists it.')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete 2 artifacts' }))
    expect(await screen.findByText('2 artifacts are deleted.')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Tags arm, v1 are back.')).toBeTruthy()
    expect(calls).toEqual(['DELETE index', 'DELETE part', 'POST part', 'POST index'])
  })

  test('keeps it where a rule keeps the index', async () => {
    server.use(
      http.get(/\/app\/artifacts\/[^/]+e\/deletion$/, () =>
        refusal(412, 'PRECONDITION', 'The rule keeps it.', 'TAG_IMMUTABLE'),
      ),
    )
    await renderPortal('/projects/dev/all-artifacts')
    for (const box of await screen.findAllByRole('checkbox', { name: /^Select / })) await userEvent.click(box)
    await userEvent.click(await screen.findByRole('button', { name: 'Delete…' }))
    expect(await screen.findByText('An index lists it.')).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

test('lets what has gone with another count as deleted', async () => {
  server.use(
    mayDelete,
    http.get(/\/artifacts\/[^/]+\/deletion$/, () =>
      HttpResponse.json({ digest, tags: [], tag_count: 0, accessories: [], parts: 0, frees: 0 }),
    ),
    http.delete(/web\/artifacts\/sha256/, () => new HttpResponse()),
    http.delete(/\/api\/artifacts\/sha256/, () => refusal(404, 'NOT_FOUND', 'It is not there.', 'ARTIFACT_NOT_FOUND')),
  )
  const dialog = await askToDelete()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete 2 artifacts' }))
  expect(await screen.findByText('2 artifacts are deleted.')).toBeTruthy()
  expect(screen.queryByText('It is not there.')).toBeNull()
})
