import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
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

test('deletes what is ticked in several repositories, and tells before what a rule keeps', async () => {
  const deleted: string[] = []
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json([
        { resource: 'artifact', action: 'list' },
        { resource: 'artifact', action: 'delete' },
      ]),
    ),
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
  await renderPortal('/projects/dev/all-artifacts')
  for (const box of await screen.findAllByRole('checkbox', { name: /^Select / })) await userEvent.click(box)
  await userEvent.click(await screen.findByRole('button', { name: 'Delete…' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('1 artifact stays:')
  expect(dialog.textContent).toContain('The rule keeps it.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete 1 artifact' }))
  await waitFor(() => expect(deleted).toHaveLength(1))
  expect(deleted[0]).toContain('/team%252Fweb/')
})
