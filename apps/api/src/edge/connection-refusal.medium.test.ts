import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'

let api: ApiUnderTest
let port: number
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.app.listen(0, '127.0.0.1')
  port = Number(new URL(await api.app.getUrl()).port)
})
afterAll(() => api[Symbol.asyncDispose]())

/** Sends bytes as they are, and reads until the connection ends. */
async function speak(request: Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(request)
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}

const get = (path: string, headers = '') =>
  Buffer.from(`GET /api/v2.0/${path} HTTP/1.1\r\nhost: berth\r\n${headers}\r\n`, 'latin1')

it.each([
  ['a byte in its path that is no character', get('projects/\xff'), 400, 'BAD_REQUEST'],
  ['a header that is none', get('projects', 'no header\r\n'), 400, 'BAD_REQUEST'],
  ['too many headers', get('projects', `x: ${'x'.repeat(20_000)}\r\n`), 431, 'HEADERS_TOO_LARGE'],
  ['no HTTP', Buffer.from('\x16\x03\x01 hello\r\n\r\n', 'latin1'), 400, 'BAD_REQUEST'],
])(
  'a request with %s is refused in the form of every error, and its connection ends',
  async (_, request, status, reason) => {
    const [head = '', body = ''] = (await speak(request)).split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head).toMatch(/^connection: close$/im)
    expect(head).toMatch(/^content-type: application\/json; charset=utf-8$/im)
    expect(JSON.parse(body)).toMatchObject({ errors: [{ code: 'BAD_REQUEST', reason }] })
  },
)
