import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectTo } from 'node:http2'
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { configure } from '../cfg/configuration.js'
import { readCfg } from '../cfg/read-cfg.js'
import { nativePlaces, type Places } from './places.js'
import { proxyFiles } from './proxy-files.js'

/** An nginx on what prepare renders, in front of services at a port. */
export class Proxy implements AsyncDisposable {
  private constructor(
    private readonly port: number,
    private readonly portOfHttp2: number,
    private readonly folder: string,
    private readonly nginx: ChildProcess,
  ) {}

  /** @param port of both services */
  static async start(text: string, at: number): Promise<Proxy> {
    const folder = mkdtempSync(join(tmpdir(), 'berth-proxy-'))
    const [port, portOfHttp2] = [await freePort(), await freePort()]
    const { settings, faults } = readCfg(`hostname = hub.example\nhttp_port = ${port}\n${text}`, 'harbor.cfg')
    if (settings === undefined) throw new Error(JSON.stringify(faults))
    const configuration = configure(settings, 'own.example')
    const service = { host: '127.0.0.1', port: at, address: '127.0.0.1' }
    const places: Places = {
      ...nativePlaces(configuration),
      registry: { ...service, socket: undefined },
      api: { ...service, socket: undefined },
      proxyConfig: folder,
      proxyRun: folder,
      spool: join(folder, 'spool'),
    }
    const machine = { ipv6: false, cores: 1 }
    const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../../deploy', name), 'utf8')
    for (const [name, file] of Object.entries(proxyFiles(configuration, places, machine, read)))
      writeFileSync(join(folder, name), file)
    const servers = join(folder, 'servers.conf')
    // Behind TLS it is offered as well; here without.
    writeFileSync(servers, readFileSync(servers, 'utf8').replace('{', `{\n    listen ${portOfHttp2} http2;`))
    const user = process.getuid?.() === 0 ? ['-g', `user ${userInfo().username};`] : []
    const args = ['-e', 'stderr', ...user, '-c', join(folder, 'nginx.conf')]
    // Its access log is /dev/stdout, which cannot be opened where that is a socket of Node.js.
    const output = openSync(join(folder, 'output'), 'w+')
    // With as few files as Linux gives to a process that asks for no more.
    const nginx = spawn('prlimit', ['--nofile=1024:', '/usr/sbin/nginx', ...args], {
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    const proxy = new Proxy(port, portOfHttp2, folder, nginx)
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
    const options = { host: '127.0.0.1', port: this.port, path, agent: false }
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(options, resolve).on('error', reject).end()
    })
    response.resume()
    return response.statusCode
  }

  /** Writes a request as it stands here, and gives back what comes within a second. */
  async speak(text: string): Promise<string> {
    const socket = connect(this.port, '127.0.0.1')
    socket.setTimeout(1000, () => socket.destroy())
    socket.write(text)
    let answer = ''
    try {
      for await (const chunk of socket) answer += String(chunk)
    } catch {
      // The proxy waits for the rest of a body that it has refused.
    }
    return answer
  }

  /** Begins a body by HTTP/2, of a length that it does not tell, and gives back the status that comes within a second. */
  async begin(method: string, path: string, body: string): Promise<number | undefined> {
    const session = connectTo(`http://127.0.0.1:${this.portOfHttp2}`)
    const stream = session.request({ ':method': method, ':path': path }, { endStream: false })
    stream.write(body)
    try {
      const [headers] = await once(stream, 'response', { signal: AbortSignal.timeout(1000) })
      return headers[':status']
    } catch {
      return undefined
    } finally {
      session.destroy()
    }
  }

  /** Opens connections from one address, and says so much on each of them. */
  async hold(connections: number, text: string, localAddress: string): Promise<Disposable> {
    const sockets = Array.from({ length: connections }, () =>
      connect({ port: this.port, host: '127.0.0.1', localAddress }),
    )
    const open = sockets.map((socket) =>
      once(
        socket.on('error', () => {}),
        'connect',
      ).then(() => socket.write(text)),
    )
    await Promise.race([Promise.allSettled(open), sleep(3000)])
    return { [Symbol.dispose]: () => sockets.forEach((socket) => socket.destroy()) }
  }

  private answers(): Promise<boolean> {
    return this.status('/healthz').then(
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

/** A service that answers with the headers it was asked with, and a `Link` as long as one of them says. */
export async function startEcho(): Promise<Server> {
  const echo = createServer(({ headers }, answer) => {
    answer.setHeader('link', 'x'.repeat(Number(headers['x-link'] ?? 0)))
    answer.end(JSON.stringify(headers))
  }).listen(0, '127.0.0.1')
  await once(echo, 'listening')
  return echo
}

export function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  await once(server, 'close')
  return port
}
