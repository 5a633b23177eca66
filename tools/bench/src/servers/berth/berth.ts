import { z } from 'zod'
import { PushClient } from '../../load/push-client.js'
import { v2BlobPath, type RegistryServer } from '../server.js'
import { startNativeInstallation, type InstallationOptions, type NativeService } from './native-installation.js'

const EMPTY_INDEX = {
  mediaType: 'application/vnd.oci.image.index.v1+json',
  body: Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [] }),
  ),
}
const IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const SEED_CONNECTIONS = 4
/** Names that one token is asked for: a header must stay below 16 KiB. */
const REPOSITORIES_PER_TOKEN = 20

const tokenAnswer = z.object({ token: z.string() })

/** Runs `work` on every item, a few at a time. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: SEED_CONNECTIONS }, worker))
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

export interface BerthOptions extends InstallationOptions {
  readonly id: 'berth' | 'berth-beside'
  /** The project to begin with. */
  readonly project: string
}

/** With its REST API, as its administrator. Paths begin after `/api/v2.0/`. */
export interface Berth extends RegistryServer {
  readonly adminPassword: string
  get(path: string): Promise<unknown>
  post(path: string, body: object): Promise<void>
  put(path: string, body: object): Promise<void>
  /** `kill -9` of a service; its supervisor starts it again. */
  kill(service: NativeService): Promise<void>
}

/** Berth as it is installed: through its proxy, with tokens, in private projects. */
export async function startBerth({ id, project, ...options }: BerthOptions): Promise<Berth> {
  const installation = await startNativeInstallation(options)
  const { url } = installation
  const basic = `Basic ${Buffer.from(`admin:${installation.adminPassword}`).toString('base64')}`

  const send = async (method: 'POST' | 'PUT', path: string, body: object) => {
    const response = await fetch(`${url}/api/v2.0/${path}`, {
      method,
      headers: { authorization: basic, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok)
      throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`)
  }
  const post = (path: string, body: object) => send('POST', path, body)
  const createProject = (name: string) => post('projects', { project_name: name, metadata: { public: 'false' } })
  const authorization = async (scopes: readonly string[]) => {
    const query = new URLSearchParams({ service: 'harbor-registry' })
    for (const scope of scopes) query.append('scope', scope)
    const response = await fetch(`${url}/service/token?${query.toString()}`, { headers: { authorization: basic } })
    if (!response.ok) throw new Error(`the token service answered with ${response.status}: ${await response.text()}`)
    return `Bearer ${tokenAnswer.parse(await response.json()).token}`
  }
  const scope = (repository: string) => `repository:${repository}:pull,push`

  await createProject(project)
  return {
    id,
    title: `Berth ${installation.version}${id === 'berth' ? '' : ', the other checkout'}`,
    url,
    processRoots: [installation.pid],
    blobPath: v2BlobPath,
    authorization,
    adminPassword: installation.adminPassword,
    post,
    put: (path, body) => send('PUT', path, body),
    get: async (path) => (await fetch(`${url}/api/v2.0/${path}`, { headers: { authorization: basic } })).json(),
    kill: (service) => installation.kill(service),
    async addTags(repository, manifest, tags) {
      await using client = new PushClient(url, SEED_CONNECTIONS)
      const token = await authorization([scope(repository)])
      await each(tags, (tag) => client.putManifest(repository, tag, manifest, IMAGE_MANIFEST, token))
    },
    async addRepositories(_model, repositories) {
      await using client = new PushClient(url, SEED_CONNECTIONS)
      const projects = new Set(repositories.map((name) => name.split('/', 1)[0] ?? ''))
      for (const name of projects) if (name !== project) await createProject(name)
      for (const chunk of chunks(repositories, REPOSITORIES_PER_TOKEN)) {
        const token = await authorization(chunk.map(scope))
        const { body, mediaType } = EMPTY_INDEX
        await each(chunk, (name) => client.putManifest(name, 'latest', body, mediaType, token))
      }
    },
    [Symbol.asyncDispose]: () => installation[Symbol.asyncDispose](),
  }
}
