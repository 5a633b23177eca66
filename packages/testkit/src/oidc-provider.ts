import { createPrivateKey, generateKeyPairSync, type JsonWebKey, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import jwt from 'jsonwebtoken'
import { type Configuration, Provider } from 'oidc-provider'
import { freePort } from './free-port.js'

export type OidcClaims = Readonly<Record<string, unknown>>

/** A real OpenID provider, at which whoever is told to signs in without a form. */
export interface OidcProviderServer extends AsyncDisposable {
  readonly issuer: string
  readonly client: { readonly id: string; readonly secret: string }
  /** Who signs in next, with what the provider says of them. */
  person: { readonly sub: string } & OidcClaims
  /** What becomes of an ID token's claims before it is signed. */
  forge: ((claims: OidcClaims) => OidcClaims) | undefined
  /** The type that a token's header says where its claims are forged. */
  forgedType: string
  /** The last ID token that was given out. */
  issued: string
  /** Milliseconds before each answer. */
  delay: number
  /** Follows an authorization request as a browser does. @returns the address that the provider sends the browser back to */
  follow(authorizationUrl: string): Promise<string>
  /** From now on another key signs, and the one before is no longer named. */
  rotateKeys(): void
  stop(): Promise<void>
  start(): Promise<void>
}

export interface OidcProviderOptions {
  /** Addresses of the application, without a slash at the end. */
  readonly applications: readonly string[]
  /** PEM; with it the provider speaks HTTPS. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Claims come from the userinfo endpoint alone. */
  readonly claimsInUserinfo?: boolean
  /** How the client has to show its secret. */
  readonly authentication?: 'client_secret_basic' | 'client_secret_post'
  readonly port?: number
  /** Address of this machine to listen on; 127.0.0.1 unless told. */
  readonly host?: string
}

const CLAIMS = ['sub', 'name', 'preferred_username', 'email', 'email_verified', 'groups']

export async function startOidcProvider(options: OidcProviderOptions): Promise<OidcProviderServer> {
  const { host = '127.0.0.1' } = options
  const port = options.port ?? (await freePort(host))
  const issuer = `${options.tls ? 'https' : 'http'}://${host}:${port}`
  const client = { id: 'berth', secret: `secret-${randomUUID()}` }
  let provider: Provider
  let key: SigningKey

  const make = () => {
    key = newKey()
    provider = new Provider(
      issuer,
      configurationOf(options, client, key, () => running.person),
    )
    provider.use(async (context, next) => {
      await next()
      const body: unknown = context.body
      if (!isTokenAnswer(body)) return
      if (running.forge) body.id_token = forged(body.id_token, running, key)
      running.issued = body.id_token
    })
  }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (running.delay > 0) await new Promise((resolve) => setTimeout(resolve, running.delay))
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response)
    await provider.interactionFinished(request, response, { login: { accountId: running.person.sub } })
  }
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  }
  let server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener)

  const running: OidcProviderServer = {
    issuer,
    client,
    person: { sub: 'nobody' },
    forge: undefined,
    forgedType: 'JWT',
    issued: '',
    delay: 0,
    follow,
    rotateKeys: make,
    start: () =>
      new Promise((resolve) => {
        server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener)
        server.listen(port, host, resolve)
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    [Symbol.asyncDispose]: () => running.stop(),
  }
  make()
  await running.start()
  return running
}

type SigningKey = JsonWebKey & { readonly kid: string }

function newKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
}

const isTokenAnswer = (body: unknown): body is { id_token: string } =>
  typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string'

function forged(token: string, { forge, forgedType }: OidcProviderServer, key: SigningKey): string {
  const own = jwt.decode(token, { json: true }) ?? {}
  const header = { alg: 'RS256', kid: key.kid, typ: forgedType }
  return jwt.sign(forge?.(own) ?? own, createPrivateKey({ key, format: 'jwk' }), { header })
}

function configurationOf(
  { applications, claimsInUserinfo = false, authentication = 'client_secret_basic' }: OidcProviderOptions,
  { id, secret }: OidcProviderServer['client'],
  key: SigningKey,
  person: () => OidcProviderServer['person'],
): Configuration {
  return {
    clients: [
      {
        client_id: id,
        client_secret: secret,
        token_endpoint_auth_method: authentication,
        redirect_uris: applications.map((address) => `${address}/c/oidc/callback`),
        post_logout_redirect_uris: applications.map((address) => `${address}/`),
      },
    ],
    jwks: { keys: [key] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: [randomUUID()] },
    claims: { openid: CLAIMS },
    conformIdTokenClaims: claimsInUserinfo,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...person(), sub }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: id, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid profile email groups')
      grant.addOIDCClaims(CLAIMS)
      await grant.save()
      return grant
    },
  }
}

async function follow(authorizationUrl: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = new URL(authorizationUrl)
  for (let step = 0; step < 8; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const header of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`${url.pathname} answered ${answer.status}: ${await answer.text()}`)
    url = new URL(location, url)
    if (url.pathname === '/c/oidc/callback') return url.href
  }
  throw new Error('The provider redirects too often.')
}
