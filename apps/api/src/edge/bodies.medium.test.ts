import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest } from '../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'

async function send(url: string, payload: string | Buffer, type = json, more: Record<string, string> = {}) {
  const authorization = url.startsWith('/api/') ? `Basic ${btoa(`admin:${ADMIN_PASSWORD}`)}` : ''
  const answer = await api.app.inject({
    method: url.endsWith('configurations') ? 'PUT' : 'POST',
    url,
    payload,
    headers: { 'content-type': type, ...(authorization && { authorization }), ...more },
  })
  return [answer.statusCode, answer.payload === '' ? '' : answer.json().errors?.[0]?.reason]
}

const projects = '/api/v2.0/projects'
const pad = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`

it.each([
  ['nested deeply', '/c/login', '['.repeat(5_000) + ']'.repeat(5_000), 422, 'MALFORMED_BODY'],
  ['nested deeply', projects, '{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000), 422, 'MALFORMED_BODY'],
  ['full of small values', projects, `{"a":[${'[],'.repeat(20_000)}1]}`, 413, 'BODY_TOO_LARGE'],
  [
    'full of members',
    projects,
    `{${Array.from({ length: 20_000 }, (_, n) => `"${n}":1`).join(',')}}`,
    413,
    'BODY_TOO_LARGE',
  ],
  ['long', projects, pad(256 * 1024 + 1), 413, 'BODY_TOO_LARGE'],
  ['long', '/c/login', pad(16 * 1024 + 1), 413, 'BODY_TOO_LARGE'],
  ['long', '/c/userExists', pad(16 * 1024 + 1), 413, 'BODY_TOO_LARGE'],
  ['not JSON', projects, '{"a":', 422, 'MALFORMED_BODY'],
  ['of a prototype', projects, '{"__proto__":{"a":1}}', 422, 'MALFORMED_BODY'],
  ['no UTF-8', projects, Buffer.from('{"a":"\xff"}', 'latin1'), 422, 'MALFORMED_BODY'],
])('a body that is %s is refused: %s', async (_, url, payload, status, reason) => {
  expect(await send(url, payload)).toEqual([status, reason])
})

it('a form is bounded as well, and names itself what it likes', async () => {
  expect(await send('/c/login', 'a&'.repeat(9_000), form)).toEqual([413, 'BODY_TOO_LARGE'])
  expect(await send('/c/login', '__proto__=1&principal=admin', form)).toEqual([400, 'MISSING_FIELD'])
})

it('takes the largest body that a setting may have', async () => {
  const certificate = JSON.stringify({ http_authproxy_server_certificate: 'x'.repeat(65_536) })
  expect(await send('/api/v2.0/configurations', certificate)).toEqual([200, ''])
})

it.each([
  ['gzip', gzipSync('{"project_name":"zipped"}')],
  ['GZIP', '{"project_name":"zipped"}'],
  ['identity, br', '{"project_name":"zipped"}'],
])('a body that is encoded with %s is refused as that', async (coding, payload) => {
  const encoding = { 'content-encoding': coding }
  expect(await send(projects, payload, json, encoding)).toEqual([415, 'UNSUPPORTED_CONTENT_ENCODING'])
  expect(await send('/c/login', payload, form, encoding)).toEqual([415, 'UNSUPPORTED_CONTENT_ENCODING'])
})

it('a body whose encoding is said to be none is read', async () => {
  expect(await send(projects, '{"project_name":"plain"}', json, { 'content-encoding': 'Identity' })).toEqual([201, ''])
})
