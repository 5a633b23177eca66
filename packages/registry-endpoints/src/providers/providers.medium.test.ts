import { generateKeyPairSync, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { isRepositoryName } from '@berth/oci'
import { Outbound, type OutboundRequest } from '@berth/outbound'
import { RegistryClient } from '@berth/registry-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { providers } from './providers.js'
import { sign } from './amazon.js'

/** What a registry's own API answers, by `METHOD host/path?query`: made after its documentation, none is recorded. */
let answers: Record<string, { status?: number; body: unknown; link?: string }> = {}
let asked: { readonly key: string; readonly authorization: string | undefined; readonly body: string }[] = []

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let local: string
const out = stack.use(new Outbound({ allow: ['127.0.0.1'] }))

/** Everything that goes out arrives at one server, which is told for whom it was. */
const outbound = {
  request: (address: string | URL, request: OutboundRequest = {}) => {
    const { host, pathname, search } = new URL(address)
    const { host: _, ...headers } = request.headers ?? {}
    return out.request(new URL(pathname + search, local), { ...request, headers: { ...headers, 'x-host': host } })
  },
}

const keyOf = ({ method, headers, url }: IncomingMessage) => `${method} ${String(headers['x-host'])}${url}`

beforeAll(async () => {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { authorization, 'private-token': token } = request.headers
      asked.push({ key: keyOf(request), authorization: authorization ?? (token as string | undefined), body })
      const answer = answers[keyOf(request)]
      const link = answer?.link === undefined ? {} : { link: `<${answer.link}>; rel="next"` }
      response.writeHead(answer ? (answer.status ?? 200) : 404, { 'content-type': 'application/json', ...link })
      return response.end(JSON.stringify(answer?.body ?? {}))
    })
  })
  stack.defer(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  local = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  answers = {}
  asked = []
})

async function list(type: string, url: string, under: string, accessKey = '', secret = ''): Promise<string[]> {
  const access = { url: new URL(url), accessKey, secret }
  const registry = new RegistryClient({ url, outbound })
  const reach = { access, outbound, registry, signal: undefined }
  const names: string[] = []
  for await (const name of providers.get(type)?.repositories?.(reach, under) ?? registry.repositories())
    names.push(name)
  expect(names.every(isRepositoryName)).toBe(true)
  return names
}

describe('listing', () => {
  it.each(['harbor', 'berth'])('%s: of a project or of all, page by page', async (type) => {
    const page = (from: number, count: number) =>
      Array.from({ length: count }, (_, place) => ({ name: `dev/app${from + place}` }))
    const query = (number: number) => `page=${number}&page_size=100&sort=name`
    answers = {
      [`GET r.example/api/v2.0/projects/dev/repositories?${query(1)}`]: { body: page(0, 100) },
      [`GET r.example/api/v2.0/projects/dev/repositories?${query(2)}`]: { body: page(100, 3) },
      [`GET r.example/api/v2.0/repositories?${query(1)}`]: { body: [{ name: 'dev/app' }, { name: 'Bad Name' }] },
    }
    expect(await list(type, 'https://r.example', 'dev/', 'robot$a', 's')).toHaveLength(103)
    expect(asked[0]?.authorization).toMatch(/^Basic /)
    expect(await list(type, 'https://r.example', '')).toEqual(['dev/app'])
    expect(await list(type, 'https://r.example', 'none/')).toEqual([])
  })

  it('Docker Hub: of a namespace, signed in to with a token of its pages', async () => {
    answers = {
      'POST hub.docker.com/v2/auth/token': { body: { access_token: 'jwt' } },
      'GET hub.docker.com/v2/namespaces/library/repositories?page=1&page_size=100': {
        body: { next: 'more', results: [{ name: 'alpine' }] },
      },
      'GET hub.docker.com/v2/namespaces/library/repositories?page=2&page_size=100': {
        body: { next: null, results: [{ name: 'busybox' }] },
      },
    }
    const url = 'https://hub.docker.com'
    expect(await list('docker-hub', url, 'library/', 'me', 'pw')).toEqual(['library/alpine', 'library/busybox'])
    expect(asked[0]?.body).toBe('{"identifier":"me","secret":"pw"}')
    expect(asked[1]?.authorization).toBe('Bearer jwt')
    await expect(list('docker-hub', url, '')).rejects.toThrow(/namespace/)
  })

  it('GitHub: of an organisation or of a user, over pages that stay at one host', async () => {
    const path = (kind: string) => `/${kind}/acme/packages?package_type=container&per_page=100`
    answers = {
      [`GET api.github.com${path('users')}`]: {
        body: [{ name: 'App' }],
        link: `https://api.github.com${path('users')}&page=2`,
      },
      [`GET api.github.com${path('users')}&page=2`]: { body: [{ name: 'team/web' }], link: 'https://evil.example/' },
    }
    expect(await list('github-ghcr', 'https://ghcr.io', 'acme/', 'bot', 'pat')).toEqual(['acme/app', 'acme/team/web'])
    expect(asked.map(({ key }) => key.split(' ')[1]?.split('/')[0])).not.toContain('evil.example')
    expect(asked[0]?.authorization).toBe('Bearer pat')
  })

  it('GitLab: of the longest part of a name that it knows, or of all projects of the account', async () => {
    answers = {
      'GET gitlab.com/api/v4/projects/group%2Fapp/registry/repositories?per_page=100': {
        body: [{ path: 'group/app' }, { path: 'group/app/web' }],
      },
      'GET gitlab.com/api/v4/projects?membership=true&simple=true&per_page=100': { body: [{ id: 5 }] },
      'GET gitlab.com/api/v4/projects/5/registry/repositories?per_page=100': { body: [{ path: 'mine/one' }] },
    }
    const url = 'https://registry.gitlab.com'
    expect(await list('gitlab', url, 'group/app/deep/', 'u', 'glpat')).toEqual(['group/app', 'group/app/web'])
    expect(await list('gitlab', url, '', 'u', 'glpat')).toEqual(['mine/one'])
    expect(asked.every(({ authorization }) => authorization === 'glpat')).toBe(true)
  })

  it('Quay: of a namespace, of public repositories where there is no token', async () => {
    answers = {
      'GET quay.io/api/v1/repository?namespace=acme&public=true': {
        body: { repositories: [{ namespace: 'acme', name: 'a' }], next_page: 'x' },
      },
      'GET quay.io/api/v1/repository?namespace=acme&public=true&next_page=x': {
        body: { repositories: [{ namespace: 'acme', name: 'b' }] },
      },
      'GET quay.io/api/v1/repository?namespace=acme': {
        body: { repositories: [{ namespace: 'acme', name: 'private' }], next_page: null },
      },
    }
    expect(await list('quay', 'https://quay.io', '', 'acme+robot', 'pw')).toEqual(['acme/a', 'acme/b'])
    expect(await list('quay', 'https://quay.io', 'acme/', '$oauthtoken', 'tok')).toEqual(['acme/private'])
    expect(asked.map(({ authorization }) => authorization)).toEqual([undefined, undefined, 'Bearer tok'])
  })

  it('Google: by the key of a service account, over repositories and pages', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const key = JSON.stringify({
      client_email: 'a@p.iam',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      token_uri: 'https://oauth2.googleapis.com/token',
      project_id: 'p',
    })
    const base = 'artifactregistry.googleapis.com/v1/projects/p/locations/us/repositories'
    const named = (name: string) => ({ name: `projects/p/locations/us/repositories/${name}` })
    answers = {
      'POST oauth2.googleapis.com/token': { body: { access_token: 'at' } },
      [`GET ${base}?pageSize=1000`]: { body: { repositories: [named('images')] } },
      [`GET ${base}/images/packages?pageSize=1000`]: {
        body: { packages: [named('images/packages/app')], nextPageToken: 'n' },
      },
      [`GET ${base}/images/packages?pageSize=1000&pageToken=n`]: {
        body: { packages: [named('images/packages/team%2Fweb')] },
      },
    }
    const found = await list('google-gcr', 'https://us-docker.pkg.dev', '', '_json_key', key)
    expect(found).toEqual(['p/images/app', 'p/images/team/web'])
    const [head = '', claims = '', signature = ''] =
      new URLSearchParams(asked[0]?.body).get('assertion')?.split('.') ?? []
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(
      true,
    )
    expect(asked[1]?.authorization).toBe('Bearer at')
    await expect(list('google-gcr', 'https://us-docker.pkg.dev', '', '_json_key', 'x')).rejects.toThrow(/no key/)
  })

  it.each(['docker-registry', 'azure-acr', 'aws-ecr'])('%s: by the catalogue', async (type) => {
    answers = { 'GET r.example/v2/_catalog?n=1000': { body: { repositories: ['a/b'] } } }
    expect(await list(type, 'https://r.example', '')).toEqual(['a/b'])
  })
})

describe('Amazon', () => {
  const access = () => ({
    url: new URL('https://123456789012.dkr.ecr.eu-west-1.amazonaws.com'),
    accessKey: 'AKID',
    secret: 'shh',
  })
  const give = (expiresAt: number) => {
    const authorizationToken = Buffer.from('AWS:pass:word').toString('base64')
    answers = {
      'POST api.ecr.eu-west-1.amazonaws.com/': { body: { authorizationData: [{ authorizationToken, expiresAt }] } },
    }
  }

  it('gives a password for an access key, which is used until shortly before its end', async () => {
    const one = access()
    const credentials = () => providers.get('aws-ecr')?.credentials?.(one, outbound)
    give(Date.now() / 1000 + 43_200)
    for (let pull = 0; pull < 3; pull++) expect(await credentials()).toEqual({ username: 'AWS', password: 'pass:word' })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-west-1\/ecr\/aws4_request, /)
    const short = access()
    give(Date.now() / 1000 + 60)
    for (let pull = 0; pull < 2; pull++) await providers.get('aws-ecr')?.credentials?.(short, outbound)
    expect(asked).toHaveLength(3)
  })

  it('signs the same request at the same time alike, and another one otherwise', () => {
    const url = new URL('https://api.ecr.eu-west-1.amazonaws.com/')
    const at = (time: string, secret: string) =>
      sign({ accessKey: 'AKID', secret }, url, 'eu-west-1', new Date(time))['authorization']
    const signed = at('2026-01-02T03:04:05.678Z', 'shh')
    expect(signed).toMatch(/Credential=AKID\/20260102\/eu-west-1\/ecr\/aws4_request, .*Signature=[0-9a-f]{64}$/)
    expect(at('2026-01-02T03:04:05Z', 'shh')).toBe(signed)
    expect(at('2026-01-02T03:04:05Z', 'other')).not.toBe(signed)
  })
})
