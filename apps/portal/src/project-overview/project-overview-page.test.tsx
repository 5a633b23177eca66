import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

const rights = (...resources: string[]) =>
  http.get(apiPath('/users/current/permissions'), () =>
    HttpResponse.json(resources.map((resource) => ({ resource, action: 'read' }))),
  )
const time = '2026-01-01T00:00:00.000Z'
let sorts: string[]

beforeEach(() => {
  sorts = []
  const found = project('dev', true)
  server.use(
    http.get(apiPath('/projects/dev'), () =>
      HttpResponse.json({
        ...found,
        metadata: { ...found.metadata, retention_id: '7', enable_content_trust_cosign: 'true' },
      }),
    ),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 2 })),
    http.get(apiPath('/projects/dev/activity'), () =>
      HttpResponse.json([{ day: '2026-01-01', pushes: 2, pulls: 1234 }]),
    ),
    http.get(apiPath('/projects/dev/repositories'), ({ request }) => {
      sorts.push(new URL(request.url).searchParams.get('sort') ?? '')
      return listAnswer([{ name: 'dev/team/web', pull_count: 1200, artifact_count: 1, update_time: time }])
    }),
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json(
        ['member:list', 'immutable-tag:list', 'tag-retention:read', 'quota:read'].map((right) => {
          const [resource, action] = right.split(':')
          return { resource, action }
        }),
      ),
    ),
    http.get(apiPath('/projects/dev/usage'), () =>
      HttpResponse.json({
        size: 3 * 2 ** 20,
        shared_size: 2 ** 20,
        waiting_size: 2 ** 19,
        counted_at: time,
        repositories: [{ name: 'dev/team/web', size: 3 * 2 ** 20, own_size: 2 ** 21, shared_size: 2 ** 20 }],
      }),
    ),
    http.get(apiPath('/projects/dev/members'), () => listAnswer([{ id: 5, role_id: 2, entity_name: 'uma' }], 41)),
    http.get(apiPath('/projects/dev/immutabletagrules'), () => listAnswer([{ disabled: false }, { disabled: true }])),
    http.get(apiPath('/retentions/7'), () => HttpResponse.json({ id: 7, rules: [{}, {}] })),
  )
})

test('shows what happens in a project, who is in it, and its rules', async () => {
  await renderPortal('/projects/dev/overview')
  await screen.findByRole('img', { name: 'Pulls in the last 30 days: 1,234' })
  const links = await screen.findAllByRole('link', { name: 'team/web' })
  for (const link of links) expect(link.getAttribute('href')).toBe('/projects/dev/repositories/team/web')
  expect(links).toHaveLength(2)
  expect(sorts.toSorted()).toEqual(['-pull_count', '-update_time'])
  await screen.findByText('uma')
  expect(screen.getByRole('link', { name: 'All members (41)' }).getAttribute('href')).toBe('/projects/dev/members')
  expect((await screen.findByRole('link', { name: '1 rule' })).getAttribute('href')).toBe('/projects/dev/tag-rules')
  expect((await screen.findByRole('link', { name: '2 rules' })).getAttribute('href')).toBe('/projects/dev/retention')
  expect(screen.getByText('Only signed content can be pulled: cosign.')).toBeTruthy()
  expect(screen.getByText('3 MiB stored')).toBeTruthy()
  expect(screen.getByText('Of this, waiting to be freed: 512 KiB')).toBeTruthy()
  expect(screen.getAllByRole('img', { name: '2 MiB only here, 1 MiB shared' })).toHaveLength(2)
  expect(screen.getByRole('link', { name: 'All repositories (1)' }).getAttribute('href')).toBe('/projects/dev')
})

test('says of a large project that it is not counted yet', async () => {
  server.use(
    rights('.', 'quota'),
    http.get(apiPath('/projects/dev/usage'), () => HttpResponse.json(null)),
  )
  await renderPortal('/projects/dev/overview')
  await screen.findByText('This project is large. What it stores is counted within the hour.')
})

test('asks in Chinese for nothing that the reader may not see', async () => {
  let asked = 0
  const refuse = () => {
    asked += 1
    return HttpResponse.json({}, { status: 403 })
  }
  server.use(
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json([{ resource: '.', action: 'read' }])),
    http.get(apiPath('/projects/dev/usage'), () =>
      HttpResponse.json({
        size: 3 * 2 ** 20,
        shared_size: 2 ** 20,
        waiting_size: 2 ** 19,
        counted_at: time,
        repositories: [{ name: 'dev/team/web', size: 3 * 2 ** 20, own_size: 2 ** 21, shared_size: 2 ** 20 }],
      }),
    ),
    http.get(apiPath('/projects/dev/members'), refuse),
    http.get(apiPath('/projects/dev/immutabletagrules'), refuse),
    http.get(apiPath('/retentions/7'), refuse),
    http.get(apiPath('/projects/dev/usage'), refuse),
  )
  await renderPortal('/projects/dev/overview', 'zh-CN')
  await screen.findByRole('img', { name: '30 天内的拉取次数：1,234' })
  await screen.findByText('仅可拉取已签名的内容：cosign。')
  expect(asked).toBe(0)
})

test('leads from an empty project to its first push, whoever may push', async () => {
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json([{ resource: 'repository', action: 'push' }]),
    ),
    http.get(apiPath('/projects/dev/repositories'), () => listAnswer([])),
  )
  await renderPortal('/projects/dev/overview')
  expect((await screen.findByRole('link', { name: 'How to push' })).getAttribute('href')).toBe('/projects/dev')
})

test('offers no push of an empty project to whoever only pulls', async () => {
  server.use(http.get(apiPath('/projects/dev/repositories'), () => listAnswer([])))
  await renderPortal('/projects/dev/overview')
  await screen.findByText('uma')
  await waitFor(() => expect(screen.getAllByText('Nothing has been pushed here yet')).toHaveLength(2))
  expect(screen.queryByRole('link', { name: 'How to push' })).toBeNull()
})
