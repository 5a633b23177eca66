import { createSign } from 'node:crypto'
import { isRepositoryName, type RepositoryName } from '@berth/oci'
import { pageNumbers, RegistryError } from '@berth/registry-client'
import { z } from 'zod'
import type { Provider, Reach } from '../provider.js'
import { ask } from './rest.js'

const key = z.object({
  client_email: z.string(),
  private_key: z.string(),
  token_uri: z.url(),
  project_id: z.string().default(''),
})
const token = z.object({ access_token: z.string() })
const page = (list: string) =>
  z.looseObject({ [list]: z.array(z.object({ name: z.string() })).default([]), nextPageToken: z.string().default('') })

const SCOPE = 'https://www.googleapis.com/auth/cloud-platform.read-only'
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What Google's APIs are signed in to with, for the key of a service account. */
async function signIn({ access, ...reach }: Reach): Promise<{ readonly bearer: string; readonly project: string }> {
  const text = access.secret.trimStart().startsWith('{')
    ? access.secret
    : Buffer.from(access.secret, 'base64').toString()
  const parsed = key.safeParse(parseOrNothing(text))
  if (!parsed.success) throw new RegistryError(401, 'UNAUTHORIZED', 'the secret is no key of a service account (JSON)')
  const { client_email: iss, private_key, token_uri: aud, project_id: project } = parsed.data
  if (new URL(aud).protocol !== 'https:')
    throw new RegistryError(401, 'UNAUTHORIZED', 'the key names no safe token_uri')
  const now = Math.floor(Date.now() / 1000)
  const claims = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss, scope: SCOPE, aud, iat: now, exp: now + 600 })}`
  const assertion = `${claims}.${createSign('RSA-SHA256').update(claims).sign(private_key, 'base64url')}`
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const found = await ask(reach, new URL(aud), token, { method: 'POST', headers, body })
  if (!found) throw new RegistryError(404, 'UNKNOWN', `${new URL(aud).host} gives no token`)
  return { bearer: `Bearer ${found.answer.access_token}`, project }
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The last components of names, from all pages of a list. */
async function* list(reach: Reach, bearer: string, of: string, what: 'repositories' | 'packages') {
  const url = new URL(`https://artifactregistry.googleapis.com/v1/${of}/${what}?pageSize=1000`)
  for (const _page of pageNumbers()) {
    const found = (await ask(reach, url, page(what), { headers: { authorization: bearer } }))?.answer
    const rows = z.array(z.object({ name: z.string() })).parse(found?.[what] ?? [])
    for (const { name } of rows) yield decodeURIComponent(name.slice(name.lastIndexOf('/') + 1))
    const next = found?.nextPageToken
    if (typeof next !== 'string' || next === '') return
    url.searchParams.set('pageToken', next)
  }
}

/** Where a registry's images lie in Artifact Registry; undefined for gcr.io, whose catalogue tells all. */
const locationOf = ({ hostname }: URL) => /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(hostname)?.[1]

export const google: Provider = {
  type: 'google-gcr',
  title: 'Google Artifact Registry',
  addresses: [
    'gcr.io',
    'eu.gcr.io',
    'us.gcr.io',
    'asia.gcr.io',
    'us-docker.pkg.dev',
    'europe-docker.pkg.dev',
    'asia-docker.pkg.dev',
  ].map((host) => ({ key: host, value: `https://${host}` })),
  fixedKey: '_json_key',
  async *repositories(reach, under): AsyncGenerator<RepositoryName> {
    const location = locationOf(reach.access.url)
    if (location === undefined) return yield* reach.registry.repositories()
    const { bearer, project: own } = await signIn(reach)
    const [project = '', repository = ''] = under.split('/')
    const of = `projects/${encodeURIComponent(project || own)}/locations/${location}`
    const repositories = repository === '' ? list(reach, bearer, of, 'repositories') : [repository]
    for await (const one of repositories) {
      const packages = list(reach, bearer, `${of}/repositories/${encodeURIComponent(one)}`, 'packages')
      for await (const name of packages) {
        const full = `${project || own}/${one}/${name}`
        if (isRepositoryName(full)) yield full
      }
    }
  },
}
