import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BY_OUTBOUND_ALLOW } from './address-guard.js'
import { OutboundError } from './outbound-error.js'
import { Outbound } from './outbound.js'

let stack: AsyncDisposableStack
beforeEach(() => void (stack = new AsyncDisposableStack()))
afterEach(() => stack.disposeAsync())

async function listen(listener: RequestListener): Promise<{ readonly url: string; readonly port: number }> {
  const server: Server = createServer(listener)
  stack.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port }
}

const outbound = (options: ConstructorParameters<typeof Outbound>[0] = {}) => stack.use(new Outbound(options))

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof OutboundError ? error.reason : `no OutboundError: ${String(error)}`
}

describe('where requests go', () => {
  it('sends nothing to an address inside, by number or by name', async () => {
    let asked = 0
    const { port } = await listen((_request, response) => void response.end(String(asked++)))
    const client = outbound()
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])
      expect(await reasonOf(client.request(`http://${host}:${port}/`)), host).toBe('address-refused')
    expect(asked).toBe(0)
  })

  it('says what would let an address pass', async () => {
    const refused = async (allowed?: string) =>
      outbound({ allowed })
        .request('http://127.0.0.1:9/')
        .catch((error: Error) => error.message)
    expect(await refused()).toBe('127.0.0.1 is an address that nothing is sent to unless it is allowed')
    expect(await refused(BY_OUTBOUND_ALLOW)).toContain(
      'unless outbound_allow in harbor.cfg names it and ./install.sh has',
    )
  })

  it.each([['127.0.0.1'], ['127.0.0.0/8'], ['localhost']])('lets pass what is allowed: %s', async (allowed) => {
    const { port } = await listen((_request, response) => void response.end('here'))
    const host = allowed === 'localhost' ? 'localhost' : '127.0.0.1'
    const answer = await outbound({ allow: [allowed] }).request(`http://${host}:${port}/`)
    expect(String(await answer.bytes())).toBe('here')
  })

  it('looks again at each redirect', async () => {
    const { url, port } = await listen(
      (_request, response) => void response.writeHead(302, { location: `http://localhost:${port}/` }).end(),
    )
    expect(await reasonOf(outbound({ allow: ['127.0.0.1/32'] }).request(url))).toBe('redirect-refused')
    const inner = await listen((_request, response) => void response.end())
    const outer = await listen((_request, response) => {
      response.writeHead(307, { location: inner.url.replace('127.0.0.1', '127.0.0.2') }).end()
    })
    expect(await reasonOf(outbound({ allow: ['127.0.0.1'] }).request(outer.url))).toBe('address-refused')
  })

  it('knows HTTP alone', async () => {
    const { url } = await listen(
      (_request, response) => void response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
    )
    expect(await reasonOf(outbound().request('ftp://example.com/'))).toBe('address-refused')
    expect(await reasonOf(outbound({ allow: ['127.0.0.1'] }).request(url))).toBe('address-refused')
  })
})

describe('what cannot be sent', () => {
  it.each([{ 'no name': 'x' }, { accept: 'a\r\nb' }, { 'transfer-encoding': 'chunked' }])(
    'stays so: %j',
    async (headers: Record<string, string>) => {
      const { url } = await listen((_request, response) => void response.end())
      const error = await outbound({ allow: ['127.0.0.1'] })
        .request(url, { headers })
        .catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ reason: 'request-refused', isTransient: false })
    },
  )

  it.each([
    'ftp://user:s3cret@example.com/',
    'http://user:s3/cret@example.com/',
    'http://user:s3@cret@example.com:x/',
    'user:s3cret@example.com',
  ])('is named without a password: %s', async (address) => {
    const error = await outbound()
      .request(address)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(OutboundError)
    expect(String((error as OutboundError).stack)).not.toMatch(/s3|cret/)
  })

  it('goes without a password that stands in an address, also where it is redirected to', async () => {
    const { url, port } = await listen((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: `http://user:s3cret@127.0.0.1:${port}/x` }).end()
      else response.end(JSON.stringify(request.headers))
    })
    for (const start of [url, `http://user:s3cret@127.0.0.1:${port}/y`]) {
      const answer = await outbound({ allow: ['127.0.0.1'] }).request(start)
      expect(answer.url.href).not.toContain('s3cret')
      expect(await answer.json()).not.toHaveProperty('authorization')
    }
  })
})

describe('redirects', () => {
  it('are followed, without credentials to another origin', async () => {
    const target = await listen((request, response) => void response.end(JSON.stringify(request.headers)))
    const start = await listen(
      (_request, response) => void response.writeHead(307, { location: `${target.url}/x` }).end(),
    )
    const answer = await outbound({ allow: ['127.0.0.1'] }).request(start.url, {
      headers: { Authorization: 'Bearer secret', accept: 'text/plain' },
    })
    expect(answer.url.href).toBe(`${target.url}/x`)
    const headers = await answer.json()
    expect(headers).toMatchObject({ accept: 'text/plain' })
    expect(headers).not.toHaveProperty('authorization')
  })

  it('end after a few', async () => {
    let asked = 0
    const { url } = await listen(
      (_request, response) => void response.writeHead(302, { location: `/${asked++}` }).end(),
    )
    expect(await reasonOf(outbound({ allow: ['127.0.0.1'], maxRedirects: 3 }).request(url))).toBe('redirect-refused')
    expect(asked).toBe(4)
  })

  it('of what changes something are the answer', async () => {
    const { url } = await listen((_request, response) => void response.writeHead(307, { location: '/there' }).end())
    const answer = await outbound({ allow: ['127.0.0.1'] }).request(url, { method: 'POST', body: 'x' })
    expect([answer.status, answer.header('location')]).toEqual([307, '/there'])
    answer.drop()
  })
})

describe('bounds', () => {
  it('hold for a body that is read whole, whether it tells its length or not', async () => {
    const { url } = await listen((request, response) => {
      if (request.url === '/told') response.setHeader('content-length', 2000)
      response.end(Buffer.alloc(2000))
    })
    for (const path of ['/told', '/untold']) {
      const answer = await outbound({ allow: ['127.0.0.1'] }).request(url + path)
      expect(await reasonOf(answer.bytes(1999)), path).toBe('too-large')
    }
    expect(await (await outbound({ allow: ['127.0.0.1'] }).request(url)).bytes(2000)).toHaveLength(2000)
  })

  it('hold for the time until the answer, and for what comes slowly', async () => {
    const { url } = await listen((request, response) => {
      if (request.url === '/slow') response.writeHead(200).write('a')
      setTimeout(() => response.end(), 3_000).unref()
    })
    const client = outbound({ allow: ['127.0.0.1'], idleTimeout: 300 })
    expect(await reasonOf(client.request(url))).toBe('timeout')
    const answer = await client.request(`${url}/slow`)
    expect(await reasonOf(answer.bytes())).toBe('timeout')
  })

  it('say whether trying again may help', async () => {
    const gone = await listen(() => undefined)
    await stack.disposeAsync()
    stack = new AsyncDisposableStack()
    const error = await outbound({ allow: ['127.0.0.1'] })
      .request(gone.url)
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ reason: 'unreachable', isTransient: true })
    const refused = await outbound()
      .request(gone.url)
      .catch((thrown: unknown) => thrown)
    expect(refused).toMatchObject({ reason: 'address-refused', isTransient: false })
  })

  it('end by the signal of whoever asks', async () => {
    const { url } = await listen(() => undefined)
    const signal = AbortSignal.timeout(100)
    await expect(outbound({ allow: ['127.0.0.1'] }).request(url, { signal })).rejects.toThrow()
  })
})

it('names an entry that can be no network', () => {
  expect(() => new Outbound({ allow: ['10.0.0.0/40'] })).toThrow('10.0.0.0/40')
})
