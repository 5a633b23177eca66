import { digestOf } from '@berth/oci'
import { callerOf, insertProject, insertUser, signToken } from '@berth/testkit'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { startTestPlatform } from '../platform/test-platform.js'
import { startTokenService } from './token-service.test.support.js'

const tokens = await startTokenService()
const { asked } = tokens
const platform = await startTestPlatform({ workers: 1, apiUrl: tokens.url })
afterAll(async () => {
  await platform[Symbol.asyncDispose]()
  tokens.close()
})
const { database, privateKey, client } = platform
const { id, username } = await insertUser(database.pool, { username: 'vera' })
const own = await insertProject(database.pool, { name: 'own', ownerId: id })
await insertProject(database.pool, { name: 'other' })
for (const name of ['own/app', 'other/app']) await client.pushImage(name, 'v1')
const caller = await callerOf(database.pool, 'user', id)
const token = signToken(privateKey, '', username, 3600, caller)

beforeEach(() => {
  asked.length = 0
  tokens.answer = (login, password) => (login === 'vera' && password === 'right' ? [200, token] : [401])
})

async function call(path: string, password: string, init: Omit<RequestInit, 'headers'> = {}) {
  const authorization = `Basic ${btoa(`vera:${password}`)}`
  const response = await fetch(`${platform.url}/v2/${path}`, { ...init, headers: { authorization } })
  const { status, headers } = response
  const [challenge, retryAfter] = [headers.get('www-authenticate'), headers.get('retry-after')]
  return { status, challenge, text: await response.text(), ...(retryAfter && { retryAfter }) }
}

it('gives what the user holds, for every operation, and asks once in a while', async () => {
  expect(await call('', 'right')).toMatchObject({ status: 200 })
  expect(await call('own/app/manifests/v1', 'right')).toMatchObject({ status: 200 })
  expect(await call('own/app/tags/list', 'right')).toMatchObject({ status: 200 })
  expect(JSON.parse((await call('_catalog', 'right')).text)).toEqual({ repositories: ['own/app'] })
  const begun = await call('own/app/blobs/uploads/', 'right', { method: 'POST' })
  expect(begun.status).toBe(202)
  const refused = await call('other/app/manifests/v1', 'right')
  expect(refused).toMatchObject({ status: 401, challenge: expect.stringContaining('error="insufficient_scope"') })
  expect(await call('other/app/manifests/v1', 'right', { method: 'DELETE' })).toMatchObject({ status: 401 })
  expect(asked).toEqual([{ login: 'vera', password: 'right', address: '127.0.0.1' }])
})

it('takes what is as long as the token of a pipeline, and nothing longer', async () => {
  const long = 'x'.repeat(8192)
  tokens.answer = (_login, password) => (password === long ? [200, token] : [401])
  expect((await call('own/app/manifests/v1', long)).status).toBe(200)
  expect((await call('own/app/manifests/v1', long + long.slice(0, 1200))).status).toBe(401)
  expect(asked.map(({ password }) => password)).toEqual([long])
})

it('pulls and pushes blobs through the proxy', async () => {
  const content = Buffer.from('a layer')
  const digest = digestOf(content)
  const body = new Uint8Array(content)
  const target = `own/app/blobs/uploads/?digest=${digest}`
  expect(await call(target, 'right', { method: 'POST', body })).toMatchObject({ status: 201 })
  expect(await call(`own/app/blobs/${digest}`, 'right')).toMatchObject({ status: 200, text: 'a layer' })
  expect(await call(`own/app/blobs/${digest}`, 'wrong')).toMatchObject({ status: 401 })
})

it('has each password after a wrong one counted by the token service', async () => {
  expect((await call('', 'right')).status).toBe(200)
  expect((await call('', 'wrong')).status).toBe(401)
  tokens.answer = () => [429]
  const throttled = await call('', 'right')
  expect(throttled).toMatchObject({ status: 429, text: expect.stringContaining('TOOMANYREQUESTS') })
  expect(asked.map(({ password }) => password).slice(-2)).toEqual(['wrong', 'right'])
})

it('says when the next password may be tried, for every operation', async () => {
  tokens.answer = () => [429]
  const blob = `own/app/blobs/${digestOf(Buffer.from('any'))}`
  for (const [path, method] of [
    ['', 'GET'],
    ['own/app/manifests/v1', 'HEAD'],
    [blob, 'GET'],
    ['own/app/blobs/uploads/', 'POST'],
  ] as const)
    expect(await call(path, 'right', { method })).toMatchObject({ status: 429, retryAfter: '209' })
})

it('says in the words of the token service why somebody is not signed in', async () => {
  tokens.answer = () => [401, 'use an access token as the password']
  for (const path of ['', 'own/app/manifests/v1'])
    expect(await call(path, 'half')).toEqual({
      status: 401,
      challenge: expect.stringContaining('error="invalid_token"'),
      text: expect.stringContaining('"message":"use an access token as the password"'),
    })
  tokens.answer = () => [401]
  expect(await call('', 'wrong')).toMatchObject({ text: expect.stringContaining('authentication required') })
})

it('says that nobody can be signed in while the token service is away', async () => {
  for (const away of [[503], [200, 'cut off'], [200, 'a page']] satisfies [number, string?][]) {
    tokens.answer = () => away
    expect(await call('', 'another')).toMatchObject({ status: 503, text: expect.stringContaining('UNAVAILABLE') })
  }
})

it('ends with the membership', async () => {
  expect((await call('own/app/manifests/v1', 'right')).status).toBe(200)
  await database.pool.query('delete from project_member where project_id = $1', [own.id])
  await expect.poll(async () => (await call('own/app/manifests/v1', 'right')).status, { timeout: 4_000 }).toBe(401)
})
