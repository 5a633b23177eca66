import { z } from 'zod'
import { getRequests } from './load/get-requests.js'
import { headRequests } from './load/head-requests.js'
import { LoadError } from './load/outcome.js'
import { pushImages } from './load/push-images.js'
import { pushLargeImages } from './load/push-large-images.js'
import { readBlob } from './load/read-blob.js'
import { IMAGE_MANIFEST } from './load/synthetic-image.js'
import { PROJECT, PULL_REPOSITORY, type Content } from './seed.js'
import { percentile } from './statistics.js'
import type { Server } from './servers/server.js'
import type { Load } from './workload.js'

/** Walking thousands of folders for one page takes Distribution up to a second. */
const SLOWEST_PAGE_SECONDS = 3

const PULL_SCOPE = `repository:${PULL_REPOSITORY}:pull`

/** GET or HEAD of paths in turn, over connections that are kept open. */
export function requests(
  method: 'GET' | 'HEAD',
  connections: number,
  paths: (content: Content, server: Server) => readonly string[],
  options: { readonly accept?: string; readonly scope?: string } = {},
): Load {
  return async (server, content, { seconds }) => {
    const load = {
      url: server.url,
      paths: paths(content, server),
      authorization: await server.authorization([options.scope ?? PULL_SCOPE]),
      accept: options.accept ?? '*/*',
      connections,
      seconds,
    }
    return method === 'GET' ? getRequests(load) : headRequests(load)
  }
}

/** GET or HEAD of the image's manifest. */
export function manifest(method: 'GET' | 'HEAD', by: 'tag' | 'digest', connections: number): Load {
  const path = (content: Content) => [
    `/v2/${PULL_REPOSITORY}/manifests/${by === 'tag' ? 'latest' : content.image.digest}`,
  ]
  return requests(method, connections, path, { accept: IMAGE_MANIFEST })
}

/** GET of blobs in turn. */
export function blobs(size: 'small' | 'medium', connections: number): Load {
  return requests('GET', connections, (content, server) =>
    content[size].map((blob) => server.blobPath(PULL_REPOSITORY, blob.digest)),
  )
}

async function pageLength(server: Server, path: string, key: string, authorization: string | undefined) {
  const headers = authorization === undefined ? {} : { authorization }
  const response = await fetch(server.url + path, { headers, signal: AbortSignal.timeout(60_000) })
  if (!response.ok) throw new LoadError(`GET ${path} was answered with ${response.status}`)
  return z.object({ [key]: z.array(z.string()) }).parse(await response.json())[key]?.length ?? 0
}

/**
 * GET of one page of names.
 *
 * @param key of the answer that holds the names: a page without its names would be a fast and worthless answer
 */
export function page(connections: number, path: string, key: 'tags' | 'repositories', scope: string): Load {
  const load = requests('GET', connections, () => [path], { scope, accept: 'application/json' })
  return async (server, content, budget) => {
    const length = await pageLength(server, path, key, await server.authorization([scope]))
    if (length < 100) throw new LoadError(`GET ${path} brought ${length} names, not 100`)
    return load(server, content, { ...budget, seconds: Math.max(budget.seconds, SLOWEST_PAGE_SECONDS) })
  }
}

/** GET of the large blob, one after the other. */
export function largeBlob(): Load {
  return async (server, content, { seconds }) => {
    if (content.large === undefined) throw new LoadError('no large blob was made')
    const url = new URL(server.blobPath(PULL_REPOSITORY, content.large.digest), server.url)
    const authorization = await server.authorization([PULL_SCOPE])
    const durations: number[] = []
    const start = performance.now()
    while (performance.now() - start < seconds * 1000) {
      const { bytes, milliseconds } = await readBlob(url, authorization)
      if (bytes !== content.large.size) throw new LoadError(`GET of the large blob brought ${bytes} bytes`)
      durations.push(milliseconds)
    }
    return {
      requests: durations.length,
      bytes: durations.length * content.large.size,
      seconds: (performance.now() - start) / 1000,
      p50: percentile(durations, 50),
      p99: percentile(durations, 99),
    }
  }
}

/** What clients need that push to a repository each. */
async function pushTarget(server: Server, clients: number) {
  const repositories = Array.from({ length: clients }, (_, index) => `${PROJECT}/push-${index}`)
  const authorization = await server.authorization(repositories.map((name) => `repository:${name}:pull,push`))
  return { url: server.url, repositories, authorization }
}

/** Pushes of new images, one after the other, by several clients. */
export function push(size: { layers: number; layerSize: number; clients: number }): Load {
  return async (server, _content, { seconds }) =>
    pushImages({ ...(await pushTarget(server, size.clients)), ...size, seconds })
}

/** Pushes of one new image after the other. */
export function pushLarge(size: { layers: number; layerSize: number; images: number }): Load {
  return async (server, _content, { pushes }) =>
    pushLargeImages({
      ...(await pushTarget(server, 1)),
      ...size,
      images: Math.max(1, Math.round(size.images * pushes)),
    })
}
