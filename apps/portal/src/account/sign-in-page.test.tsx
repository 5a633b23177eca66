import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, origin, refusal, server } from '../testing/server'

const signedOut = () => refusal(401, 'UNAUTHORIZED', 'Sign in first.', 'UNAUTHENTICATED')

async function signInAs(principal: string, password: string) {
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText(/Username or email|用户名或邮箱/), principal)
  await user.type(screen.getByLabelText(/^(Password|密码)$/), password)
  await user.click(screen.getByRole('button', { name: /^(Sign in|登录)$/ }))
}

test('says in Chinese that name or password is wrong', async () => {
  server.use(
    http.get(apiPath('/users/current'), signedOut),
    http.post(`${origin}/c/login`, () => new HttpResponse(null, { status: 401 })),
  )
  await renderPortal('/sign-in', 'zh-CN')
  await signInAs('admin', 'wrong')
  expect((await screen.findByRole('alert')).textContent).toContain('用户名或密码错误')
})

test('says how long to wait after too many failures', async () => {
  server.use(
    http.get(apiPath('/users/current'), signedOut),
    http.post(`${origin}/c/login`, () => new HttpResponse(null, { status: 429, headers: { 'Retry-After': '170' } })),
  )
  await renderPortal('/sign-in')
  await signInAs('admin', 'wrong')
  expect((await screen.findByRole('alert')).textContent).toContain('Wait 3 minutes')
})

test('returns to the page that asked for signing in', async () => {
  let signedIn = false
  server.use(
    http.get(apiPath('/users/current'), () => (signedIn ? HttpResponse.json(admin) : signedOut())),
    http.post(`${origin}/c/login`, async ({ request }) => {
      expect(await request.text()).toBe('principal=admin&password=Harbor12345')
      signedIn = true
      return new HttpResponse()
    }),
  )
  const router = await renderPortal('/sign-in?from=%2Fprojects%3Fq%3Dweb')
  await signInAs('admin', 'Harbor12345')
  await screen.findByRole('heading', { name: 'Projects' })
  expect(router.state.location.href).toBe('/projects?q=web')
})

test('asks for the code of a second factor, and says that one is wrong', async () => {
  let signedIn = false
  server.use(
    http.get(apiPath('/users/current'), () => (signedIn ? HttpResponse.json(admin) : signedOut())),
    http.post(`${origin}/c/login`, async ({ request }) => {
      const form = new URLSearchParams(await request.text())
      expect([form.get('principal'), form.get('password')]).toEqual(['admin', 'Harbor12345'])
      if (form.get('code') === null) return refusal(401, 'UNAUTHORIZED', 'Give the code.', 'CODE_NEEDED')
      if (form.get('code') !== '123456') return refusal(401, 'UNAUTHORIZED', 'Wrong.', 'WRONG_CODE')
      signedIn = true
      return new HttpResponse()
    }),
  )
  await renderPortal('/sign-in')
  await signInAs('admin', 'Harbor12345')
  const user = userEvent.setup()
  const field = await screen.findByLabelText('Code of your app')
  expect(screen.queryByRole('alert')).toBeNull()
  await user.type(field, '000000')
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect((await screen.findByRole('alert')).textContent).toContain('This code is wrong')
  await user.clear(field)
  await user.type(field, '123456')
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  await screen.findByRole('heading', { name: 'Welcome, admin' })
})

test('does not return to another site', async () => {
  let signedIn = false
  server.use(
    http.get(apiPath('/users/current'), () => (signedIn ? HttpResponse.json(admin) : signedOut())),
    http.post(`${origin}/c/login`, () => {
      signedIn = true
      return new HttpResponse()
    }),
  )
  const router = await renderPortal('/sign-in?from=//evil.example')
  await signInAs('admin', 'Harbor12345')
  await screen.findByRole('heading', { name: 'Welcome, admin' })
  expect(router.state.location.href).toBe('/')
})

test('switches the language in place and remembers it', async () => {
  server.use(http.get(apiPath('/users/current'), signedOut))
  await renderPortal('/sign-in')
  await userEvent.click(await screen.findByRole('button', { name: /中文/ }))
  expect(await screen.findByRole('button', { name: '登录' })).toBeTruthy()
  expect(document.documentElement.lang).toBe('zh-CN')
  expect(localStorage.getItem('berth-language')).toBe('zh-CN')
})
