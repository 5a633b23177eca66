import { http, HttpResponse } from 'msw'
import { beforeAll, expect, test, vi } from 'vitest'
import { startI18n } from '../i18n/i18n'
import { apiPath, origin, refusal, server } from '../testing/server'
import { ApiError } from './api-error'
import { api, body, inPath, page, postSignIn } from './client'

beforeAll(startI18n)

const readSystemInfo = () => body(api.GET('/systeminfo'))
const createProject = () => api.POST('/projects', { body: { project_name: 'dev' } })
const csrfTokenOf = (request: Request) => request.headers.get('X-Harbor-CSRF-Token')

test('sends the CSRF token of the last answer with a change, and not with a read', async () => {
  const seen: (string | null)[] = []
  server.use(
    http.get(apiPath('/projects'), ({ request }) => {
      seen.push(csrfTokenOf(request))
      return HttpResponse.json([])
    }),
    http.post(apiPath('/projects'), ({ request }) => {
      seen.push(csrfTokenOf(request))
      return new HttpResponse(null, { status: 201 })
    }),
  )
  await readSystemInfo()
  await page(api.GET('/projects'))
  await createProject()
  expect(seen).toEqual([null, 'token-1'])
})

test('tries a change once more with the new token when another tab has changed the session', async () => {
  const seen: (string | null)[] = []
  server.use(
    http.post(apiPath('/projects'), async ({ request }) => {
      seen.push(csrfTokenOf(request))
      if (seen.length === 1) return refusal(403, 'FORBIDDEN', 'The token is not valid.', 'CSRF_REFUSED')
      expect(await request.json()).toEqual({ project_name: 'dev' })
      return new HttpResponse(null, { status: 201 })
    }),
  )
  await readSystemInfo()
  await createProject()
  expect(seen).toEqual(['token-1', 'token-of-the-refusal'])
})

test('does not repeat a change that was refused for another reason', async () => {
  let calls = 0
  server.use(
    http.post(apiPath('/projects'), () => {
      calls += 1
      return refusal(403, 'FORBIDDEN', 'You need a role.', 'FORBIDDEN')
    }),
  )
  await expect(createProject()).rejects.toMatchObject({ status: 403, code: 'FORBIDDEN', requestId: 'request-1' })
  expect(calls).toBe(1)
})

test('encodes the slashes of a repository name twice', async () => {
  let path = ''
  server.use(
    http.get(/\/projects\/dev\/repositories\/.*\/tags$/, ({ request }) => {
      path = new URL(request.url).pathname
      return HttpResponse.json([{}], { headers: { 'X-Total-Count': '41' } })
    }),
  )
  const { total } = await page(
    api.GET('/projects/{project_name}/repositories/{repository_name}/tags', {
      params: { path: { project_name: 'dev', repository_name: inPath('team/app') } },
    }),
  )
  expect(path).toBe('/api/v2.0/projects/dev/repositories/team%252Fapp/tags')
  expect(total).toBe(41)
})

test("names a proxy's error page by its status", async () => {
  server.use(http.post(`${origin}/c/login`, () => HttpResponse.html('<h1>502</h1>', { status: 502 })))
  await expect(postSignIn({ principal: 'admin', password: 'secret' })).rejects.toMatchObject({
    status: 502,
    code: 'UNAVAILABLE',
  })
})

test('tells a server that does not answer from one that refuses', async () => {
  server.use(http.get(apiPath('/systeminfo'), () => HttpResponse.error()))
  const failure = await readSystemInfo().catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ApiError)
  expect(failure).toMatchObject({ status: 0, code: 'UNREACHABLE' })
})

test('asks in the language of the reader while its texts are still on their way', async () => {
  localStorage.setItem('berth-language', 'zh-CN')
  let asked: string | null = null
  server.use(
    http.get(apiPath('/projects'), ({ request }) => {
      asked = request.headers.get('Accept-Language')
      return HttpResponse.json([])
    }),
  )
  vi.resetModules()
  const { api: fresh } = await import('./client')
  await fresh.GET('/projects')
  expect(asked).toBe('zh-CN')
})
