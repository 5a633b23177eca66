import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, emptyOverview, listAnswer, refusal, server } from '../testing/server'

const time = '2026-01-01T00:00:00.000Z'
const activity = Array.from({ length: 30 }, (_, at) => ({
  day: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
  pushes: 1,
  pulls: 100,
}))
const dev = { name: 'dev', public: false, repo_count: 3, used: 90, hard: 100, update_time: time }
const httpd = { name: 'dev/team/httpd', project_name: 'dev', artifact_count: 2, pull_count: 9, update_time: time }

const told = (overview: object) =>
  server.use(http.get(apiPath('/overview'), () => HttpResponse.json({ ...emptyOverview, activity, ...overview })))
const holds = (...rights: string[]) =>
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json(rights.map((right) => ({ resource: right.split(':')[0], action: right.split(':')[1] }))),
    ),
  )

beforeEach(() => {
  server.use(
    http.get(apiPath('/health'), () => HttpResponse.json({ status: 'healthy', components: [] })),
    http.get(apiPath('/systeminfo/volumes'), () => HttpResponse.json({ storage: [{ total: 100, free: 50 }] })),
    http.get(apiPath('/quotas'), () => listAnswer([])),
    http.get(apiPath('/jobservice/jobs'), () => listAnswer([])),
  )
})

test("shows somebody's projects, what changed last, storage and activity", async () => {
  holds()
  told({
    project_count: 1,
    storage: { used: 90, hard: 100, unlimited: 0 },
    projects: [dev],
    repositories: [httpd],
  })
  await renderPortal('/')
  expect((await screen.findByRole('link', { name: 'dev' })).getAttribute('href')).toBe('/projects/dev/overview')
  expect(screen.getByRole('link', { name: 'dev/team/httpd' }).getAttribute('href')).toBe(
    '/projects/dev/repositories/team/httpd',
  )
  expect(screen.getByRole('img', { name: 'Pulls in the last 30 days: 3,000' }).children).toHaveLength(30)
  expect(screen.getByRole('img', { name: 'Pushes in the last 30 days: 30' })).toBeTruthy()
  expect(screen.getAllByText('90 B of 100 B')).toHaveLength(2)
  expect(screen.queryByText('Push the first image')).toBeNull()
  expect(screen.queryByText('Needs attention')).toBeNull()
  await userEvent.click(screen.getByText('Show as a table'))
  expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(31)
})

test('shows whoever has nothing yet how to begin, with this host', async () => {
  holds()
  told({})
  await renderPortal('/')
  await screen.findByText('docker login registry.example.com -u admin')
  await screen.findByText('docker push registry.example.com/my-project/httpd:2.4')
  expect(screen.getByRole('button', { name: /New project$/ })).toBeTruthy()
})

test('names the project that waits for its first image', async () => {
  holds()
  told({ project_count: 1, projects: [{ ...dev, repo_count: 0 }] })
  await renderPortal('/')
  await screen.findByText('docker push registry.example.com/dev/httpd:2.4')
  expect(screen.queryByRole('button', { name: /New project$/ })).toBeNull()
})

test('tells administrators what needs attention, and only of today', async () => {
  holds('system-volumes:read', 'quota:list', 'jobservice-monitor:list')
  told({ repositories: [httpd] })
  const run = (id: number, end: string) => ({ id, status: 'error', end_time: end, creation_time: end })
  server.use(
    http.get(apiPath('/health'), () =>
      HttpResponse.json({ status: 'unhealthy', components: [{ name: 'redis', status: 'unhealthy' }] }),
    ),
    http.get(apiPath('/systeminfo/volumes'), () => HttpResponse.json({ storage: [{ total: 100, free: 10 }] })),
    http.get(apiPath('/quotas'), () =>
      listAnswer([
        { id: 1, ref: { name: 'full' }, used: { storage: 95 }, hard: { storage: 100 } },
        { id: 2, ref: { name: 'roomy' }, used: { storage: 5 }, hard: { storage: 100 } },
        { id: 3, ref: { name: 'boundless' }, used: { storage: 5 }, hard: { storage: -1 } },
      ]),
    ),
    http.get(apiPath('/jobservice/jobs'), () => listAnswer([run(2, new Date().toISOString()), run(1, time)])),
  )
  await renderPortal('/')
  await screen.findByText('Not working properly: redis')
  await screen.findByText('full uses 95 B of its 100 B')
  await screen.findByText(/^Only 10 B left/)
  const failed = await screen.findByRole('link', { name: '1 job run failed within the last day' })
  expect(failed.getAttribute('href')).toBe('/jobs?view=runs&status=error')
  expect(screen.queryByText(/roomy|boundless/)).toBeNull()
})

test('says in Chinese that all is well, once it knows', async () => {
  holds('system-volumes:read', 'quota:list', 'jobservice-monitor:list')
  told({ repositories: [httpd] })
  await renderPortal('/', 'zh-CN')
  await screen.findByText('目前没有需要处理的事项。')
})

test('is the page after signing in, and leads visitors there', async () => {
  const signedIn = { is: false }
  server.use(
    http.get(apiPath('/users/current'), () =>
      signedIn.is ? HttpResponse.json(admin) : refusal(401, 'UNAUTHORIZED', 'Sign in first.'),
    ),
    http.post(/\/c\/login$/, () => {
      signedIn.is = true
      return new HttpResponse()
    }),
  )
  told({})
  const router = await renderPortal('/')
  await expect.poll(() => router.state.location.pathname).toBe('/sign-in')
  await userEvent.type(await screen.findByLabelText('Username or email'), 'admin')
  await userEvent.type(screen.getByLabelText('Password'), 'Harbor12345')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByRole('heading', { name: 'Welcome, admin' })
  expect(screen.getByRole('link', { name: /Home$/ }).getAttribute('aria-current')).toBe('page')
})
