import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, origin, refusal, server } from '../testing/server'

let user: string | undefined
beforeEach(() => {
  user = undefined
  server.use(
    http.get(apiPath('/users/current'), () =>
      user === undefined
        ? refusal(401, 'UNAUTHORIZED', 'Sign in first.', 'UNAUTHENTICATED')
        : HttpResponse.json({ ...admin, username: user }),
    ),
    http.get(apiPath('/systeminfo'), () => HttpResponse.json({ oidc_provider_name: 'Harbour ID' })),
  )
})

test('leads to the provider, and back to the page that asked for signing in', async () => {
  await renderPortal('/sign-in?from=%2Fprojects%3Fq%3Dweb')
  const way = await screen.findByRole('link', { name: 'Sign in with Harbour ID' })
  expect(way.getAttribute('href')).toBe('/c/oidc/login?redirect_url=%2Fprojects%3Fq%3Dweb')
  // Those with a password sign in beside it.
  await screen.findByLabelText('Username or email')
})

test('offers no provider where there is none', async () => {
  server.use(http.get(apiPath('/systeminfo'), () => HttpResponse.json({ oidc_provider_name: '' })))
  await renderPortal('/sign-in')
  await screen.findByLabelText('Username or email')
  expect(screen.queryByRole('link', { name: /Sign in with/ })).toBeNull()
})

test('stays at the form where that is wanted, also where the provider comes first', async () => {
  server.use(
    http.get(apiPath('/systeminfo'), () =>
      HttpResponse.json({ oidc_provider_name: 'Harbour ID', primary_auth_mode: true }),
    ),
  )
  await renderPortal('/sign-in?stay=true')
  await screen.findByLabelText('Username or email')
})

test.each([
  ['en-US', 'Signing in failed', 'The account kim is in the way.', 'Ask an administrator.'],
  ['zh-CN', '登录失败', '账户 kim 已占用。', '请联系管理员。'],
] as const)('says in %s why it failed, and what to do', async (language, title, message, next) => {
  server.use(
    http.get(`${origin}/c/oidc/failure`, ({ request }) => {
      expect(request.headers.get('Accept-Language')).toContain(language.slice(0, 2))
      return refusal(409, 'CONFLICT', message, 'OIDC_ACCOUNT_IN_THE_WAY', next)
    }),
  )
  const router = await renderPortal('/sign-in-failed', language)
  await screen.findByRole('heading', { name: title })
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain(message)
  expect(alert.textContent).toContain(next)
  expect(router.state.location.pathname).toBe('/sign-in-failed')
})

test('lets a newcomer choose another name than the one that is taken', async () => {
  const asked: unknown[] = []
  server.use(
    http.post(`${origin}/c/oidc/onboard`, async ({ request }) => {
      const body = (await request.json()) as { username: string }
      asked.push(body)
      if (body.username === 'kim') return refusal(409, 'CONFLICT', 'The account kim has this name.', 'X')
      user = body.username
      return new HttpResponse()
    }),
  )
  const router = await renderPortal('/oidc-onboard?username=kim&redirect_url=%2Fprojects%3Fq%3Dweb')
  const field = await screen.findByLabelText('Username')
  expect(field).toHaveProperty('value', 'kim')
  const actor = userEvent.setup()
  await actor.click(screen.getByRole('button', { name: 'Create the account' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The account kim has this name.')
  await actor.clear(field)
  await actor.type(field, 'kim2')
  await actor.click(screen.getByRole('button', { name: 'Create the account' }))
  await screen.findByRole('button', { name: 'Account of kim2' })
  expect(router.state.location.href).toBe('/projects?q=web')
  expect(asked).toEqual([{ username: 'kim' }, { username: 'kim2' }])
})

test('asks for the system anew once the account is there, because visitors are told less of it', async () => {
  server.use(
    http.post(`${origin}/c/oidc/onboard`, () => {
      user = 'kim'
      return new HttpResponse()
    }),
    http.get(apiPath('/systeminfo'), () =>
      HttpResponse.json({ oidc_provider_name: 'Harbour ID', ...(user === undefined ? {} : { read_only: true }) }),
    ),
  )
  // The page of sign-in asks for it as well: what it was told must not be left.
  const router = await renderPortal('/sign-in?stay=true')
  await screen.findByLabelText('Username or email')
  await router.navigate({ to: '/oidc-onboard', search: { username: 'kim' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Create the account' }))
  await screen.findByText(/read-only mode/)
})

test('signs out by way of the provider', async () => {
  user = 'kim'
  await renderPortal('/projects')
  await userEvent.click(await screen.findByRole('button', { name: 'Account of kim' }))
  const way = await screen.findByRole('link', { name: 'Sign out' })
  expect(way.getAttribute('href')).toBe('/c/oidc/logout')
})
