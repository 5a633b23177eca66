import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accepts, freePort } from './free-port.js'
import { startOnLeash } from './leash.js'
import { findProgram } from './system.js'
import { temporaryFolder } from './temporary-folder.js'
import { waitUntil } from './wait-until.js'

export interface NginxContext {
  /** The port to listen on, of 127.0.0.1. */
  readonly port: number
  /** nginx's prefix: relative paths of the configuration lie below it. Holds `logs/`. */
  readonly folder: string
}

export interface NginxServer extends AsyncDisposable, NginxContext {
  readonly url: string
  /** Ids of its master and workers, the master first. */
  readonly processes: () => Promise<number[]>
  /** What nginx wrote to standard error. */
  readonly output: () => string
  stop(): Promise<void>
}

/**
 * Runs nginx on a whole configuration file, as the current user.
 *
 * @param configuration the text of nginx.conf, made once the port and folder are known. As root it needs a `user` line if its
 *   workers are to share files with the test.
 */
export async function startNginx(configuration: (context: NginxContext) => string): Promise<NginxServer> {
  const command = await findProgram('nginx', 'nginx')
  const folder = await temporaryFolder('nginx')
  const context = { port: await freePort(), folder: folder.path }
  await mkdir(join(folder.path, 'logs'))
  const file = join(folder.path, 'nginx.conf')
  await writeFile(file, configuration(context))
  const server = startOnLeash({
    command,
    args: ['-e', 'stderr', '-p', folder.path, '-c', file, '-g', 'daemon off;'],
    stopSignal: 'TERM',
    folder: folder.path,
    cwd: folder.path,
  })
  const dispose = async () => {
    await server.stop()
    await folder[Symbol.asyncDispose]()
  }
  await waitUntil(() => accepts(context.port), {
    what: 'nginx starts',
    givesUp: () => (server.running ? undefined : server.output()),
  }).catch(async (error: unknown) => {
    await dispose()
    throw error
  })
  return {
    ...context,
    url: `http://127.0.0.1:${context.port}`,
    async processes() {
      const [master, ...children] = await server.processes()
      const titles = await Promise.all(children.map(processTitle))
      const workers = children.filter((_, index) => titles[index]?.startsWith('nginx: worker process'))
      return master === undefined ? [] : [master, ...workers]
    },
    output: server.output,
    stop: () => server.stop(),
    [Symbol.asyncDispose]: dispose,
  }
}

/** nginx has helpers beside its workers, which come and go: one that loads a cache ends after a minute. */
async function processTitle(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
}
