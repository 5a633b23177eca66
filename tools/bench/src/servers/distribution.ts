import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '@berth/testkit'
import { copyRepository, writeTags } from './distribution-tree.js'
import { v2BlobPath, type RegistryServer } from './server.js'
import { startServer } from './start-server.js'

/** Debian's packaged configuration with its own folder and port, and without its password file. */
function configuration(root: string, port: number, remote: string | undefined): string {
  return `version: 0.1
log:
  fields:
    service: registry
storage:
  cache:
    blobdescriptor: inmemory
  filesystem:
    rootdirectory: ${root}
  delete:
    enabled: true
http:
  addr: 127.0.0.1:${port}
  headers:
    X-Content-Type-Options: [nosniff]
health:
  storagedriver:
    enabled: true
    interval: 10s
    threshold: 3
${remote === undefined ? '' : `proxy:\n  remoteurl: ${remote}\n`}`
}

async function readVersion(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ['--version'])
  const words = stdout.trim().split(/\s+/)
  return words.at(-1)?.replace(/^v|\+.*$/g, '') ?? 'unknown'
}

export interface DistributionServer extends RegistryServer {
  /** What holds `docker/registry/v2`. */
  readonly root: string
  /** `kill -9`, and another one in its place. */
  restart(): Promise<void>
}

/**
 * Docker Distribution, alone and open.
 *
 * @param program the executable
 * @param folder its own, empty
 * @param remote  of which registry it is a pull-through cache
 */
export async function startDistribution(
  id: 'docker-registry' | 'registry-3',
  program: string,
  folder: string,
  { remote }: { readonly remote?: string } = {},
): Promise<DistributionServer> {
  const root = join(folder, 'data')
  const configFile = join(folder, 'config.yml')
  const port = await freePort()
  await mkdir(root, { recursive: true })
  await writeFile(configFile, configuration(root, port, remote))
  const start = () =>
    startServer({
      name: id,
      command: program,
      args: ['serve', configFile],
      port,
      logFile: join(folder, 'registry.log'),
      stopSignal: 'TERM',
    })
  let server = await start()
  return {
    id,
    title: `${id === 'docker-registry' ? id : 'registry'} ${await readVersion(program)}`,
    url: `http://127.0.0.1:${port}`,
    root,
    get processRoots() {
      return [server.pid]
    },
    blobPath: v2BlobPath,
    authorization: () => Promise.resolve(undefined),
    addTags: (repository, manifest, tags) => writeTags(root, repository, manifest, tags),
    addRepositories: (model, repositories) => copyRepository(root, model, repositories),
    async restart() {
      await server.kill()
      server = await start()
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
