import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const statusWith = async (cookie: string, headers: Readonly<Record<string, string>>) =>
  (await api.call({ path: 'users/current', headers: { ...headers, cookie } })).status

it('lies over TLS in a cookie that no other host can plant, and is taken from no other', async () => {
  const tls = { 'x-forwarded-proto': 'https' }
  const form = { principal: 'admin', password: ADMIN_PASSWORD }
  const answer = await api.call({ method: 'POST', path: '/c/login', form, headers: tls })
  const id = answer.cookies['__Host-sid'] ?? ''
  expect(String(answer.headers['set-cookie'])).toMatch(/__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax/)
  expect(answer.cookies).not.toHaveProperty('sid')
  expect(await statusWith(`__Host-sid=${id}`, tls)).toBe(200)
  expect(await statusWith(`sid=${id}`, tls)).toBe(401)
  expect(await statusWith(`sid=${id}; __Host-sid=planted`, tls)).toBe(401)
})
