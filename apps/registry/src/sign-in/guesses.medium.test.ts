import { callerOf, insertProject, insertUser, signToken } from '@berth/testkit'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { startTestPlatform } from '../platform/test-platform.js'
import { startTokenService } from './token-service.test.support.js'

const tokens = await startTokenService()
const platform = await startTestPlatform({ workers: 2, apiUrl: tokens.url })
afterAll(async () => {
  await platform[Symbol.asyncDispose]()
  tokens.close()
})
const { id, username } = await insertUser(platform.database.pool, { username: 'vera' })
await insertProject(platform.database.pool, { name: 'own', ownerId: id })
const caller = await callerOf(platform.database.pool, 'user', id)
const token = signToken(platform.privateKey, '', username, 3600, caller)

const right = 'vera:right'
beforeEach(() => {
  tokens.answer = (login, password) => (`${login}:${password}` === right ? [200, token] : [401])
})

async function ask(credentials: string, path = '', method = 'GET'): Promise<number> {
  const headers = { authorization: `Basic ${btoa(credentials)}`, connection: 'close' }
  return (await fetch(`${platform.url}/v2/${path}`, { method, headers })).status
}

/** Each worker gets some of them. */
const often = async (...request: Parameters<typeof ask>) =>
  new Set(await Promise.all(Array.from({ length: 16 }, () => ask(...request))))

it.each(['vera:guess', 'VERA:guess', 'vera@example.com:guess', 'somebody:else'])(
  'no worker knows a password any more after the wrong one of %s',
  async (wrong) => {
    expect(await often(right)).toEqual(new Set([200]))
    expect(await ask(wrong)).toBe(401)
    tokens.answer = () => [429]
    await expect.poll(() => often(right)).toEqual(new Set([429]))
  },
)

it('a password of an account that is throttled is not told by what the proxy was answered before', async () => {
  const blob = await platform.client.pushBlob('own/app', Buffer.from('guessed at'))
  for (const request of [['own/app/blobs/uploads/', 'POST'], [`own/app/blobs/${blob}`]] as const) {
    const succeeded = await often(right, ...request)
    expect([...succeeded].every((status) => status < 300)).toBe(true)
    tokens.answer = () => [429]
    expect(await ask('vera:guess')).toBe(429)
    await expect.poll(() => often(right, ...request)).toEqual(new Set([429]))
    tokens.answer = () => [200, token]
  }
})
