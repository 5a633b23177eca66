import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { Outbound } from './outbound.js'

/** What the names lead to, one answer after the other, the last one for ever. */
let answers: string[][]
let asked: string[]

vi.mock('node:dns', async (original) => ({
  ...(await original<typeof import('node:dns')>()),
  lookup: (host: string, _options: unknown, done: (error: null, found: unknown[]) => void) => {
    asked.push(host)
    const [found = []] = answers.length > 1 ? answers.splice(0, 1) : answers
    done(
      null,
      found.map((address) => ({ address, family: 4 })),
    )
  },
}))

/** On the same port of two addresses, of which one is let pass. */
const servers: Server[] = []
let connected: string[]
let port = 0

beforeAll(async () => {
  for (const address of ['127.0.0.2', '127.0.0.1']) {
    const server = createServer((request, response) => {
      connected.push(address)
      if (request.url === '/') response.setHeader('connection', 'close').end('here')
      else response.writeHead(302, { location: `http://elsewhere.example:${port}/` }).end()
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(port, address, resolve))
    ;({ port } = server.address() as AddressInfo)
  }
})
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})
beforeEach(() => {
  asked = []
  connected = []
})

async function ask(outbound: Outbound, path = '/'): Promise<string> {
  try {
    return String(await (await outbound.request(`http://name.example:${port}${path}`)).bytes())
  } catch (error) {
    return String(error)
  }
}

const INSIDE = expect.stringContaining('(127.0.0.1) is an address that nothing is sent to')

it('connects to the address that it has looked at, and asks for no other one', async () => {
  answers = [['127.0.0.2'], ['127.0.0.1']]
  await using outbound = new Outbound({ allow: ['127.0.0.2'] })
  expect(await ask(outbound)).toBe('here')
  expect([asked, connected]).toEqual([['name.example'], ['127.0.0.2']])
})

it('takes of several addresses those that pass', async () => {
  answers = [['127.0.0.1', '127.0.0.2']]
  await using outbound = new Outbound({ allow: ['127.0.0.2'] })
  expect(await ask(outbound)).toBe('here')
  expect(connected).toEqual(['127.0.0.2'])
})

it('looks again where the name leads for the next connection, and for that of a redirect', async () => {
  for (const [path, expected] of [
    ['/', ['here', INSIDE]],
    ['/away', [INSIDE, INSIDE]],
  ] as const) {
    answers = [['127.0.0.2'], ['127.0.0.1']]
    connected = []
    await using outbound = new Outbound({ allow: ['127.0.0.2'] })
    expect([await ask(outbound, path), await ask(outbound, path)]).toEqual(expected)
    expect(connected).toEqual(['127.0.0.2'])
  }
})
