import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configure } from '../cfg/configuration.js'
import { readCfg } from '../cfg/read-cfg.js'
import { nativePlaces, type Places } from './places.js'
import { proxyFiles } from './proxy-files.js'

const CLIENT = '203.0.113.7'

/** An nginx on what prepare renders, in front of a service that answers with the headers it was asked with. */
class Proxy implements AsyncDisposable {
  private constructor(
    private readonly port: number,
    private readonly folder: string,
    private readonly nginx: ChildProcess,
  ) {}

  static async start(text: string): Promise<Proxy> {
    const folder = mkdtempSync(join(tmpdir(), 'berth-proxy-'))
    const port = await freePort()
    const { settings, faults } = readCfg(`hostname = hub.example\nhttp_port = ${port}\n${text}`, 'harbor.cfg')
    if (settings === undefined) throw new Error(JSON.stringify(faults))
    const configuration = configure(settings, 'own.example')
    const service = { host: '127.0.0.1', port: portOf(echo), address: '127.0.0.1' }
    const places: Places = {
      ...nativePlaces(configuration),
      registry: { ...service, socket: undefined },
      api: service,
      proxyConfig: folder,
      proxyRun: folder,
      spool: join(folder, 'spool'),
    }
    const machine = { user: process.getuid?.() === 0 ? userInfo().username : undefined, ipv6: false, cores: 1 }
    const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../../deploy', name), 'utf8')
    for (const [name, file] of Object.entries(proxyFiles(configuration, places, machine, read)))
      writeFileSync(join(folder, name), file)
    const args = ['-e', 'stderr', '-c', join(folder, 'nginx.conf')]
    // Its access log is /dev/stdout, which cannot be opened where that is a socket of Node.js.
    const output = openSync(join(folder, 'output'), 'w+')
    const nginx = spawn('/usr/sbin/nginx', args, { stdio: ['ignore', output, output] })
    closeSync(output)
    const proxy = new Proxy(port, folder, nginx)
    while (!(await proxy.answers())) {
      if (nginx.exitCode !== null) {
        const why = readFileSync(join(folder, 'output'), 'utf8')
        rmSync(folder, { recursive: true })
        throw new Error(why)
      }
      await sleep(50)
    }
    return proxy
  }

  /** What a service is told when a client asks, which connects from an address of this machine. */
  ask(path: string, headers: IncomingHttpHeaders, localAddress = '127.0.0.1'): Promise<IncomingHttpHeaders> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.port, path, headers, localAddress, agent: false }
      request(options, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
        response.on('end', () => resolve(JSON.parse(body)))
      })
        .on('error', reject)
        .end()
    })
  }

  /** The status of the answer to a path that is sent exactly as it stands here. */
  async status(path: string): Promise<number | undefined> {
    const asked = request({ host: '127.0.0.1', port: this.port, path, agent: false }).end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    response.resume()
    return response.statusCode
  }

  private answers(): Promise<boolean> {
    return this.ask('/healthz', {}).then(
      () => true,
      () => false,
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.nginx.kill()
    await once(this.nginx, 'exit')
    rmSync(this.folder, { recursive: true })
  }
}

let echo: Server

beforeAll(async () => {
  echo = createServer((message, answer) => answer.end(JSON.stringify(message.headers))).listen(0, '127.0.0.1')
  await once(echo, 'listening')
})
afterAll(() => echo.close())

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  await once(server, 'close')
  return port
}

/** The services believe the entry that Berth's own proxy wrote: the last. */
function clientAddress(headers: IncomingHttpHeaders): string | undefined {
  return String(headers['x-forwarded-for']).split(', ').at(-1)
}

describe.each([
  ['the api', '/api/v2.0/systeminfo'],
  ['the registry', '/v2/'],
])('%s is told', (_, path) => {
  test('the address that the client used, by what a proxy in front says or by what the client asks for', async () => {
    await using proxy = await Proxy.start('')
    expect(await proxy.ask(path, { host: 'berth-1:8080' })).toMatchObject({
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'berth-1:8080',
    })
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'hub.example' }
    expect(await proxy.ask(path, { host: 'berth-1:8080', ...forwarded })).toMatchObject(forwarded)
    const hostile = { 'x-forwarded-proto': 'javascript', 'x-forwarded-host': 'evil",scope="x' }
    expect(await proxy.ask(path, { host: 'berth-1:8080', ...hostile })).toMatchObject({
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'berth-1:8080',
    })
  })

  test('no address of a client that the client itself made up', async () => {
    await using proxy = await Proxy.start('')
    expect(clientAddress(await proxy.ask(path, { 'x-forwarded-for': CLIENT }))).toBe('127.0.0.1')
  })

  test("a client's address as a trusted proxy saw it, and no other's word for it", async () => {
    await using proxy = await Proxy.start('trusted_proxies = 127.0.0.1, 10.0.0.0/8')
    const madeUp = '198.51.100.66'
    const headers = { 'x-forwarded-for': `${madeUp}, ${CLIENT}, 10.1.2.3` }
    expect(clientAddress(await proxy.ask(path, headers))).toBe(CLIENT)
    expect(clientAddress(await proxy.ask(path, headers, '127.0.0.2'))).toBe('127.0.0.2')
  })
})

test("lets nobody ask for a service's metrics", async () => {
  await using proxy = await Proxy.start('')
  const paths = ['/metrics', '//metrics', '/api/../metrics', '/api/%2e%2e/metrics', '/v2/..%2fmetrics']
  for (const path of paths) expect([path, await proxy.status(path)]).toEqual([path, 404])
  expect(await proxy.status('/api/v2.0/systeminfo')).toBe(200)
})
