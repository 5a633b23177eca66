import { Outbound } from '@berth/outbound'
import { FakeHarbor } from '@berth/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { HarborApi, SourceError } from './harbor-api.js'

const row = z.object({ id: z.int(), name: z.string().max(20) })
const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id, name: `n${id}` }))

let fake: FakeHarbor
let outbound: Outbound
beforeEach(async () => {
  fake = await FakeHarbor.start()
  outbound = new Outbound({ allow: ['127.0.0.1'], idleTimeout: 500 })
})
afterEach(async () => {
  await outbound[Symbol.asyncDispose]()
  await fake[Symbol.asyncDispose]()
})

const open = (stop = new AbortController().signal) =>
  HarborApi.open({ url: new URL(fake.url), credentials: fake.credentials, outbound, stop })

describe('a list of the source', () => {
  it('is read page after page, to its end', async () => {
    fake.api.set('labels', rows(250))
    const api = await open()
    expect(await api.list('labels', row)).toEqual({ rows: rows(250), strange: 0 })
    expect(fake.requests.filter((request) => request.endsWith('/labels'))).toHaveLength(3)
    expect(await api.list('no-such-list', row)).toEqual({ rows: [], strange: 0 })
  })

  it('ends where it begins anew, and follows no link', async () => {
    fake.intercept = ({ url = '' }, response) => {
      if (!url.includes('/labels')) return false
      response.setHeader('content-type', 'application/json')
      response.setHeader('link', `<${fake.url}/elsewhere?page=1>; rel="next"`)
      response.end(JSON.stringify(rows(100)))
      return true
    }
    expect(await (await open()).list('labels', row)).toEqual({ rows: rows(100), strange: 0 })
    expect(fake.requests.some((request) => request.includes('elsewhere'))).toBe(false)
  })

  it('has no more entries than anybody has, however long it goes on', async () => {
    let next = 0
    fake.intercept = ({ url = '' }, response) => {
      if (!url.includes('/labels')) return false
      response.end(JSON.stringify(rows(5000).map(({ name }) => ({ id: (next += 1), name }))))
      return true
    }
    await expect((await open()).list('labels', row)).rejects.toThrow(/more than 200000 entries/)
  })

  it('is told apart from what of it is strange', async () => {
    fake.api.set('labels', [{ id: 1, name: 'good' }, { id: 2, name: 'x'.repeat(100) }, 'text', null, { id: 'three' }])
    expect(await (await open()).list('labels', row)).toEqual({ rows: [{ id: 1, name: 'good' }], strange: 4 })
  })
})

it.each<[string, (response: Parameters<FakeHarbor['intercept']>[1]) => void, RegExp]>([
  ['too large', (response) => void response.end(`"${'x'.repeat(17 * 1024 * 1024)}"`), /more than 16777216 bytes/],
  ['a page of a portal', (response) => void response.end('<html>'), /answers what no registry does/],
  ['none', () => undefined, /did not answer in time/],
])('an answer that is %s is an error', { timeout: 20_000 }, async (_, answer, message) => {
  const api = await open()
  fake.intercept = (_request, response) => {
    answer(response)
    return true
  }
  await expect(api.get('labels', z.looseObject({}))).rejects.toThrow(message)
})

it('is asked again where it is busy', async () => {
  const api = await open()
  fake.api.set('labels', rows(1))
  let times = 0
  fake.intercept = (_, response) => {
    times += 1
    if (times === 1) response.writeHead(503).end()
    return times === 1
  }
  expect((await api.list('labels', row)).rows).toHaveLength(1)
})

it('knows versions before 2.0 by their paths', async () => {
  await using older = await FakeHarbor.start('/api')
  const api = await HarborApi.open({
    url: new URL(older.url),
    credentials: older.credentials,
    outbound,
    stop: new AbortController().signal,
  })
  expect(api).toMatchObject({ isBeforeArtifacts: true, version: 'v1.10.19' })
})

it.each<[string, (fake_: FakeHarbor) => void, string]>([
  ['something else than a Harbor', ({ api }) => void api.delete('systeminfo'), 'is no Harbor'],
  [
    'one that shows the account a part only',
    ({ api }) => void api.set('users/current', { user_id: 3, sysadmin_flag: false }),
    'admin is no system administrator',
  ],
])('refuses %s', async (_, change, message) => {
  change(fake)
  await expect(open()).rejects.toThrow(SourceError)
  await expect(open()).rejects.toThrow(message)
})

it('says that the password is wrong', async () => {
  const access = { url: new URL(fake.url), outbound, stop: new AbortController().signal }
  const wrong = HarborApi.open({ ...access, credentials: { username: 'admin', password: 'wrong' } })
  await expect(wrong).rejects.toThrow(/401/)
})
