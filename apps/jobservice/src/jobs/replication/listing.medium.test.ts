import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPairSync } from 'node:crypto'
import { readReplicationFilters } from '@berth/contracts'
import { Outbound, type OutboundRequest } from '@berth/outbound'
import { RegistryClient } from '@berth/registry-client'
import { providers, type SharedConnection } from '@berth/registry-endpoints'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ArtifactsElsewhere } from './artifacts-elsewhere.js'
import { pick } from './found-artifact.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const out = stack.use(new Outbound({ allow: ['127.0.0.1'] }))
let local: string
/** Pages of tags that were asked for. */
let pages = 0

const digest = `sha256:${'a'.repeat(64)}`
const named = (names: readonly string[]) => names.map((name) => ({ name }))
/** What a registry with `team/app` and `team/web`, each with the tags v1, v2 and latest, answers: of any kind, by its own API and by the Distribution API. */
const answers: readonly (readonly [RegExp, unknown])[] = [
  [/\/api\/v2\.0\/projects\/team\/repositories\?/, named(['team/app', 'team/web'])],
  [/\/api\/v2\.0\/.*\/artifacts\?/, [{ digest, type: 'IMAGE', tags: named(['v1', 'v2', 'latest']), labels: null }]],
  [/hub\.docker\.com\/v2\/auth\/token/, { access_token: 'jwt' }],
  [/\/v2\/namespaces\/team\/repositories/, { next: null, results: named(['app', 'web']) }],
  [/\/orgs\/team\/packages/, named(['app', 'web'])],
  [/\/api\/v4\/groups\/team\/registry\/repositories/, [{ path: 'team/app' }, { path: 'team/web' }]],
  [
    /\/api\/v1\/repository/,
    { repositories: ['app', 'web'].map((name) => ({ namespace: 'team', name })), next_page: null },
  ],
  [/oauth2\.googleapis\.com\/token/, { access_token: 'at' }],
  [/\/repositories\/images\/packages/, { packages: named(['x/packages/app', 'x/packages/web']) }],
  [/artifactregistry.*\/repositories\?/, { repositories: named(['x/repositories/images']) }],
  [/\/v2\/_catalog/, { repositories: ['team/app', 'team/web'] }],
  [/\/v2\/.*\/tags\/list/, { tags: ['v1', 'v2', 'latest'] }],
]

function answer(request: IncomingMessage, response: ServerResponse): void {
  const address = `${String(request.headers['x-host'] ?? '')}${request.url}`
  const [, last] = /\/v2\/big\/app\/tags\/list\?n=1000(?:&last=(\d+))?/.exec(address) ?? []
  if (address.includes('/v2/big/app/tags/list')) {
    pages += 1
    const from = Number(last ?? 0)
    const tags = Array.from({ length: 1000 }, (_, place) => `t${from + place}`)
    const next = from + 1000 < 10_000 ? { link: `</v2/big/app/tags/list?n=1000&last=${from + 1000}>; rel="next"` } : {}
    response.writeHead(200, next).end(JSON.stringify({ tags }))
    return
  }
  const found = answers.find(([pattern]) => pattern.test(address))
  response.writeHead(found ? 200 : 404).end(JSON.stringify(found?.[1] ?? {}))
}

beforeAll(async () => {
  const server = createServer(answer)
  stack.defer(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  local = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

/** A connection whose requests all arrive at one server, which is told for whom they were. */
function connectionTo(type: string, url: string, secret = ''): SharedConnection {
  const provider = providers.get(type) ?? expect.fail(type)
  const access = { url: new URL(url), accessKey: secret === '' ? '' : '_json_key', secret }
  const outbound = {
    request: (address: string | URL, { headers, ...request }: OutboundRequest = {}) => {
      const { host, pathname, search } = new URL(address)
      const { host: _, ...others } = headers ?? {}
      return out.request(new URL(pathname + search, local), { ...request, headers: { ...others, 'x-host': host } })
    },
  }
  const registry = new RegistryClient({ url: (provider.registryUrl?.(access.url) ?? access.url).href, outbound })
  const reach = { access, outbound, registry, signal: undefined }
  async function* artifacts(name: Parameters<SharedConnection['artifacts']>[0]) {
    if (provider.artifacts) yield* provider.artifacts(reach, name)
    else for await (const tag of registry.tags(name)) yield { tags: [tag] }
  }
  return {
    endpoint: { name: type, provider, access, verifyCertificate: true, authority: '', version: 1 },
    registry: () => registry,
    repositories: (under) => provider.repositories?.(reach, under) ?? registry.repositories(),
    artifacts,
    prepare: async () => {},
    deleteTag: async () => false,
    [Symbol.asyncDispose]: async () => {},
  }
}

const key = JSON.stringify({
  client_email: 'a@p.iam',
  private_key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  token_uri: 'https://oauth2.googleapis.com/token',
  project_id: 'team',
})
const kinds = {
  berth: ['https://berth.example'],
  harbor: ['https://harbor.example'],
  'docker-registry': ['https://r.example'],
  'docker-hub': ['https://hub.docker.com'],
  'github-ghcr': ['https://ghcr.io'],
  gitlab: ['https://registry.gitlab.com'],
  quay: ['https://quay.io'],
  'aws-ecr': ['https://1.dkr.ecr.eu-west-1.amazonaws.com'],
  'azure-acr': ['https://a.azurecr.io'],
  'google-gcr': ['https://us-docker.pkg.dev', key],
} as const

it('has a row for each kind of registry', () => {
  expect(Object.keys(kinds).toSorted()).toEqual([...providers.keys()].toSorted())
})

it.each(Object.entries(kinds))(
  'name and tag filter together pass one artifact of six: %s',
  async (type, [url, secret]) => {
    const pattern = type === 'google-gcr' ? 'team/images/a*' : 'team/a*'
    const filters = readReplicationFilters([
      { type: 'name', value: pattern },
      { type: 'tag', value: 'v2' },
    ])
    const source = new ArtifactsElsewhere(connectionTo(type, url, secret), false, new AbortController().signal)
    const passed = []
    for await (const name of source.repositories(pattern))
      for await (const artifact of source.artifacts(name)) {
        const picked = pick(filters, artifact)
        if (picked) passed.push(`${picked.repository}:${picked.tags.join()}`)
      }
    expect(passed).toEqual([type === 'google-gcr' ? 'team/images/app:v2' : 'team/app:v2'])
  },
)

it('a repository of 10,000 tags is asked for page by page, as it is read', async () => {
  const source = new ArtifactsElsewhere(
    connectionTo('docker-registry', 'https://r.example'),
    false,
    new AbortController().signal,
  )
  let tags = 0
  for await (const name of source.repositories('big/app'))
    for await (const artifact of source.artifacts(name)) {
      tags += artifact.tags.length
      expect(pages).toBe(Math.ceil(tags / 1000))
    }
  expect(tags).toBe(10_000)
})
