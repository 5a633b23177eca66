import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Language } from '../i18n/languages'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, server } from '../testing/server'

beforeEach(() => {
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json([
        { resource: 'system-volumes', action: 'read' },
        { resource: 'quota', action: 'list' },
      ]),
    ),
    http.get(apiPath('/health'), () =>
      HttpResponse.json({
        status: 'unhealthy',
        components: [
          { name: 'database', status: 'healthy' },
          { name: 'redis', status: 'unhealthy', error: 'redis does not answer as it should' },
        ],
      }),
    ),
    http.get(apiPath('/systeminfo/volumes'), () => HttpResponse.json({ storage: [{ total: 1000, free: 250 }] })),
    http.get(apiPath('/statistics'), () =>
      HttpResponse.json({ total_project_count: 3, total_repo_count: 12_345, total_storage_consumption: 600 }),
    ),
    http.get(apiPath('/repositories'), () => listAnswer([{ name: 'dev/team/web', pull_count: 9_000 }])),
    http.get(apiPath('/statistics/top'), () =>
      HttpResponse.json({
        waiting_size: 88,
        largest_projects: [{ name: 'dev', size: 512 }],
        largest_repositories: [{ name: 'ops/base/os', size: 444 }],
        most_pushed_projects: [{ name: 'ops', pushes: 4_321 }],
      }),
    ),
  )
})

test.each<[Language, string, string]>([
  ['en-US', '750 B of 1,000 B used, 250 B free', 'is not working properly'],
  ['zh-CN', '已用 750 B，共 1,000 B，剩余 250 B', '运行异常'],
])('shows how the platform is and where most of it is, in %s', async (language, disk, unwell) => {
  await renderPortal('/system-status', language)
  await screen.findByText(disk)
  const redis = (await screen.findByText('redis')).closest('li')
  expect(redis?.textContent).toContain(unwell)
  expect(redis?.textContent).toContain('redis does not answer as it should')
  await screen.findByText('12,345')
  expect((await screen.findByRole('link', { name: 'dev/team/web' })).getAttribute('href')).toBe(
    '/projects/dev/repositories/team/web',
  )
  await screen.findByText('9,000')
  expect((await screen.findByRole('link', { name: 'dev' })).getAttribute('href')).toBe('/projects/dev/overview')
  await screen.findByText('512 B')
  await screen.findByText('88 B')
  const largest = await screen.findByRole('link', { name: 'ops/base/os' })
  expect(largest.getAttribute('href')).toBe('/projects/ops/repositories/base/os')
  await screen.findByText('444 B')
  await screen.findByRole('link', { name: 'ops' })
  await screen.findByText('4,321')
})

test.each<[Language, string]>([
  ['en-US', 'Nothing has been counted yet.'],
  ['zh-CN', '暂无统计数据。'],
])('says so where nothing has been counted, in %s', async (language, none) => {
  server.use(
    http.get(apiPath('/statistics/top'), () =>
      HttpResponse.json({ waiting_size: 0, largest_projects: [], largest_repositories: [], most_pushed_projects: [] }),
    ),
  )
  await renderPortal('/system-status', language)
  expect(await screen.findAllByText(none)).toHaveLength(3)
})

test('is closed to whoever does not look after the system', async () => {
  server.use(http.get(apiPath('/users/current/permissions'), () => HttpResponse.json([])))
  await renderPortal('/system-status')
  await screen.findByText('This page is for system administrators')
})
