import { createPublicKey, hash, type KeyObject } from 'node:crypto'
import { isRepositoryName, type RepositoryName } from '@berth/oci'
import jwt, { type Algorithm, type JwtHeader } from 'jsonwebtoken'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { formatScope, type Authenticator, type ChallengeReason, type Identity, type Scope } from './identity.js'

/** Seconds by which the clocks of api and registry may differ. */
const LEEWAY = 60
/** Verifying costs more than all else that a small request does, so verified tokens are remembered. */
const REMEMBERED_BYTES = 8 * 1024 * 1024
/** Bytes of an identity that names nothing, and of a name beside its own: what V8 takes for objects, maps and strings. */
const IDENTITY_BYTES = 1_500
const NAME_BYTES = 300
/** Of a header; the proxy takes no more either. */
const MAX_TOKEN = 32 * 1024

const claims = z.object({
  sub: z.string().optional(),
  /** Of Berth's own token service. */
  caller: z
    .object({ kind: z.enum(['user', 'robot']), id: z.int(), mark: z.string() })
    .optional()
    .catch(undefined),
  exp: z.number(),
  access: z.array(z.object({ type: z.string(), name: z.string(), actions: z.array(z.string()).nullish() })).nullish(),
})

/** Who may sign tokens, and where clients get them. */
export interface TokenTrust {
  readonly service: string
  readonly issuer: string
  readonly algorithms: readonly Algorithm[]
  /** Keys to verify a token with, given its header; none where nobody trusted can have signed it. */
  keysFor(header: JwtHeader): readonly KeyObject[]
  /** Address of the token service for a client that reached the registry at `origin`. */
  realm(origin: string): string
}

export interface TokenSettings {
  /** PEM of the certificate, or public key, that verifies. */
  readonly certificate: string
  readonly service: string
  readonly issuer: string
}

/** The api's token service: RS256, one key. */
function ownTokens({ certificate, service, issuer }: TokenSettings): TokenTrust {
  const keys = [createPublicKey(certificate)]
  return { service, issuer, algorithms: ['RS256'], keysFor: () => keys, realm: (origin) => `${origin}/service/token` }
}

/** Bearer tokens, trusted with what they grant until they expire. */
export class TokenAuthenticator implements Authenticator {
  readonly #trust: TokenTrust
  /** By hash. */
  readonly #verified = new LRUCache<string, TokenIdentity>({
    maxSize: REMEMBERED_BYTES,
    maxEntrySize: REMEMBERED_BYTES / 8,
    sizeCalculation: ({ bytes }) => bytes,
  })

  constructor(settings: TokenSettings | TokenTrust) {
    this.#trust = 'keysFor' in settings ? settings : ownTokens(settings)
  }

  async identify(authorization: string | undefined): Promise<Identity | undefined> {
    const token = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
    if (token === undefined || token.length > MAX_TOKEN) return undefined
    const key = hash('sha256', token, 'base64')
    const known = this.#verified.get(key)
    if (known) {
      if (known.expires > Date.now()) return known
      this.#verified.delete(key)
    }
    return this.#verify(token, key)
  }

  challenge(origin: string, scopes: readonly Scope[], reason?: ChallengeReason): string {
    const challenge = `Bearer realm="${this.#trust.realm(origin)}",service="${this.#trust.service}"`
    const scope = scopes.length === 0 ? '' : `,scope="${scopes.map(formatScope).join(' ')}"`
    return `${challenge}${scope}${reason === undefined ? '' : `,error="${reason}"`}`
  }

  #verify(token: string, key: string): Identity | undefined {
    const payload = this.#payloadOf(token)
    const parsed = claims.safeParse(payload)
    if (!parsed.success) return undefined
    const identity = toIdentity(parsed.data)
    this.#verified.set(key, identity)
    return identity
  }

  #payloadOf(token: string): unknown {
    const { service, issuer, algorithms } = this.#trust
    const header = jwt.decode(token, { complete: true })?.header
    for (const key of header ? this.#trust.keysFor(header) : []) {
      try {
        const options = { algorithms: [...algorithms], audience: service, issuer, clockTolerance: LEEWAY }
        return jwt.verify(token, key, options)
      } catch {
        // Another key may have signed it.
      }
    }
    return undefined
  }
}

interface TokenIdentity extends Identity {
  readonly expires: number
  /** What it takes in memory, about. */
  readonly bytes: number
}

/** Actions that anybody is asked for. Others are left out: their number and length are the signer's choice. */
const known: ReadonlySet<string> = new Set(['pull', 'push', 'delete', '*'])

const bytesOf = (name: string, actions: ReadonlySet<string>) => NAME_BYTES + 2 * name.length + 40 * actions.size

function toIdentity({ sub, caller, exp, access }: z.output<typeof claims>): TokenIdentity {
  const repositories = new Map<RepositoryName, Set<string>>()
  let catalog = false
  let listsOwn = false
  for (const { type, name, actions } of access ?? []) {
    if (type === 'registry' && name === 'catalog') {
      catalog ||= actions?.includes('*') ?? false
      listsOwn ||= actions?.includes('pull') ?? false
    }
    if (!type.startsWith('repository') || !isRepositoryName(name)) continue
    const granted = repositories.get(name) ?? new Set()
    for (const action of actions ?? []) if (known.has(action)) granted.add(action)
    repositories.set(name, granted)
  }
  const allows = (granted: Set<string> | undefined, action: string) =>
    granted !== undefined && (granted.has(action) || granted.has('*'))
  return {
    subject: sub || undefined,
    caller,
    listsOwn,
    bytes: IDENTITY_BYTES + [...repositories].reduce((sum, [name, granted]) => sum + bytesOf(name, granted), 0),
    expires: (exp + LEEWAY) * 1000,
    may: (scope) =>
      scope.type === 'catalog'
        ? catalog
        : scope.actions.every((action) => allows(repositories.get(scope.name), action)),
    mentions: (name) => repositories.has(name),
    named: [...repositories.keys()],
  }
}
