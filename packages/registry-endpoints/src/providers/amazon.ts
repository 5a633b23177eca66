import { createHash, createHmac } from 'node:crypto'
import { type Credentials, RegistryError } from '@berth/registry-client'
import { z } from 'zod'
import type { Access, Provider } from '../provider.js'
import { ask } from './rest.js'

const answer = z.object({
  authorizationData: z.array(z.object({ authorizationToken: z.string(), expiresAt: z.number() })).min(1),
})

const TARGET = 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken'
/** Before its end a password is used no more. */
const MARGIN_MS = 10 * 60_000

const passwords = new WeakMap<Access, { readonly credentials: Credentials; readonly until: number }>()

/** An access key of AWS is no password of the registry: for the one, AWS gives the other, which lives for hours. */
export const amazon: Provider = {
  type: 'aws-ecr',
  title: 'Amazon ECR',
  addresses: [],
  async credentials(access, outbound) {
    if (access.accessKey === '' || access.accessKey === 'AWS')
      return access.secret === '' ? undefined : { username: access.accessKey, password: access.secret }
    const known = passwords.get(access)
    if (known && known.until > Date.now()) return known.credentials
    const region = /^\d+\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?)$/.exec(access.url.hostname)
    if (!region) throw new RegistryError(200, 'UNSUPPORTED', `${access.url.hostname} names no region of Amazon ECR`)
    const url = new URL(`https://api.ecr.${region[1]}.${region[2]}/`)
    const request = { method: 'POST', headers: sign(access, url, region[1] ?? '', new Date()), body: '{}' } as const
    const data = (await ask({ outbound }, url, answer, request))?.answer.authorizationData[0]
    if (!data) throw new RegistryError(404, 'UNKNOWN', `${url.host} gives no password`)
    const [username = '', ...password] = Buffer.from(data.authorizationToken, 'base64').toString().split(':')
    const credentials = { username, password: password.join(':') }
    passwords.set(access, { credentials, until: data.expiresAt * 1000 - MARGIN_MS })
    return credentials
  },
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** AWS Signature Version 4 of a request with the body `{}`. */
export function sign(
  { accessKey, secret }: Pick<Access, 'accessKey' | 'secret'>,
  url: URL,
  region: string,
  now: Date,
): Record<string, string> {
  const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const day = time.slice(0, 8)
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    host: url.host,
    'x-amz-date': time,
    'x-amz-target': TARGET,
  }
  const names = Object.keys(headers).join(';')
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`)
  const canonical = ['POST', '/', '', lines.join(''), names, sha256('{}')].join('\n')
  const scope = `${day}/${region}/ecr/aws4_request`
  const key = [day, region, 'ecr', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`)
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const signature = hmac(key, text).toString('hex')
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  }
}
