import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { join } from 'node:path'
import { dockerRegistryProgram, freePort, makeCertificate, startOnLeash, waitUntil } from '@berth/testkit'

const NAME = 'index.docker.io'
const MARK = '# berth-e2e'

/** A registry of the test's own, which an installation takes for Docker Hub's while it is there. */
export interface DockerHubStandIn extends AsyncDisposable {
  /** Docker Hub's address. */
  readonly url: string
  /** Whom its certificate is from. */
  readonly authority: string
  /** host:port by which the same registry is another one. */
  readonly otherName: string
  /** How often each blob was sent, by its digest. */
  readonly transfers: ReadonlyMap<string, number>
  /** Nothing answers from now on. */
  shut(): void
}

async function withoutMark(hostsFile: string): Promise<string> {
  const lines = (await readFile(hostsFile, 'utf8')).split('\n')
  return lines.filter((line) => !line.endsWith(MARK)).join('\n')
}

/**
 * Needs root, and that nothing listens on port 443 of the address.
 *
 * @param host       an address of this machine that Berth may go to
 * @param folder     empty
 * @param hostsFiles where the services of the installation look names up
 */
export async function standInForDockerHub(
  host: string,
  folder: string,
  hostsFiles: readonly string[],
): Promise<DockerHubStandIn> {
  await using started = new AsyncDisposableStack()
  const port = await freePort()
  const configuration = join(folder, 'registry.yml')
  await writeFile(
    configuration,
    `version: 0.1\nlog: {level: error, accesslog: {disabled: true}}\nstorage: {filesystem: {rootdirectory: ${join(folder, 'registry')}}}\nhttp: {addr: "127.0.0.1:${port}"}\n`,
  )
  const leash = startOnLeash({
    command: await dockerRegistryProgram(join(folder, 'program')),
    args: ['serve', configuration],
    stopSignal: 'TERM',
  })
  started.defer(() => leash.stop())
  await waitUntil(async () => (await fetch(`http://127.0.0.1:${port}/v2/`)).ok, {
    what: 'the registry serves',
    givesUp: () => (leash.running ? undefined : leash.output()),
  })

  const transfers = new Map<string, number>()
  let isShut = false
  const pass: RequestListener = (incoming, answer) => {
    const { method = 'GET', url = '/', headers } = incoming
    const [, digest] = /\/blobs\/(sha256:[0-9a-f]{64})$/.exec(url) ?? []
    if (isShut) return void incoming.socket.destroy()
    if (method === 'GET' && digest !== undefined) transfers.set(digest, (transfers.get(digest) ?? 0) + 1)
    const onward = request({ host: '127.0.0.1', port, path: url, method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    onward.once('error', () => answer.destroy())
    incoming.pipe(onward)
  }
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const authority = await makeCertificate(NAME, key, certificate)
  const other = createServer(pass)
  const hub = createTlsServer({ key: await readFile(key), cert: authority }, pass)
  for (const [door, at] of [
    [other, 0],
    [hub, 443],
  ] as const) {
    await new Promise<void>((resolve, reject) => void door.once('error', reject).listen(at, host, resolve))
    started.defer(async () => {
      door.closeAllConnections()
      await new Promise((resolve) => door.close(resolve))
    })
  }
  for (const file of hostsFiles) {
    await writeFile(file, `${(await withoutMark(file)).trimEnd()}\n${host} ${NAME} ${MARK}\n`)
    started.defer(async () => writeFile(file, await withoutMark(file)))
  }

  const address = other.address()
  const stack = started.move()
  return {
    url: `https://${NAME}`,
    authority,
    otherName: `${host}:${typeof address === 'object' ? (address?.port ?? '') : ''}`,
    transfers,
    shut() {
      isShut = true
    },
    async [Symbol.asyncDispose]() {
      await stack.disposeAsync()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
