import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { isRepositoryName, type RepositoryName } from '@berth/oci'
import jwt from 'jsonwebtoken'
import { z } from 'zod'
import { formatScope, type Authenticator, type Identity, type Scope } from './identity.js'

/** Seconds by which the clocks of api and registry may differ. */
const LEEWAY = 60
/** Verifying costs more than all else that a small request does, so verified tokens are remembered. */
const REMEMBERED = 10_000

const claims = z.object({
  sub: z.string().optional(),
  exp: z.number(),
  access: z.array(z.object({ type: z.string(), name: z.string(), actions: z.array(z.string()).nullish() })).nullish(),
})

export interface TokenSettings {
  /** PEM of the certificate, or public key, that verifies. */
  readonly certificate: string
  readonly service: string
  readonly issuer: string
}

/** Bearer tokens of the api's token service: RS256, trusted with what they grant until they expire. */
export class TokenAuthenticator implements Authenticator {
  readonly #key: KeyObject
  readonly #verified = new Map<string, { identity: Identity; expires: number }>()

  constructor(private readonly settings: TokenSettings) {
    this.#key = createPublicKey(settings.certificate)
  }

  async identify(authorization: string | undefined): Promise<Identity | undefined> {
    const token = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
    if (token === undefined) return undefined
    const hash = createHash('sha256').update(token).digest('base64')
    const known = this.#verified.get(hash)
    if (known) {
      if (known.expires > Date.now()) return known.identity
      this.#verified.delete(hash)
    }
    return this.#verify(token, hash)
  }

  challenge(origin: string, scopes: readonly Scope[]): string {
    const challenge = `Bearer realm="${origin}/service/token",service="${this.settings.service}"`
    return scopes.length === 0 ? challenge : `${challenge},scope="${scopes.map(formatScope).join(' ')}"`
  }

  #verify(token: string, hash: string): Identity | undefined {
    let payload: unknown
    try {
      payload = jwt.verify(token, this.#key, {
        algorithms: ['RS256'],
        audience: this.settings.service,
        issuer: this.settings.issuer,
        clockTolerance: LEEWAY,
      })
    } catch {
      return undefined
    }
    const parsed = claims.safeParse(payload)
    if (!parsed.success) return undefined
    const identity = toIdentity(parsed.data)
    this.#remember(hash, identity, (parsed.data.exp + LEEWAY) * 1000)
    return identity
  }

  #remember(hash: string, identity: Identity, expires: number): void {
    const [oldest] = this.#verified.keys()
    if (this.#verified.size >= REMEMBERED && oldest !== undefined) this.#verified.delete(oldest)
    this.#verified.set(hash, { identity, expires })
  }
}

function toIdentity({ sub, access }: z.output<typeof claims>): Identity {
  const repositories = new Map<RepositoryName, Set<string>>()
  let catalog = false
  for (const { type, name, actions } of access ?? []) {
    if (type === 'registry' && name === 'catalog') catalog ||= actions?.includes('*') ?? false
    if (!type.startsWith('repository') || !isRepositoryName(name)) continue
    const granted = repositories.get(name) ?? new Set()
    for (const action of actions ?? []) granted.add(action)
    repositories.set(name, granted)
  }
  const allows = (granted: Set<string> | undefined, action: string) =>
    granted !== undefined && (granted.has(action) || granted.has('*'))
  return {
    subject: sub || undefined,
    may: (scope) =>
      scope.type === 'catalog'
        ? catalog
        : scope.actions.every((action) => allows(repositories.get(scope.name), action)),
    mentions: (name) => repositories.has(name),
    pullable: [...repositories].filter(([, granted]) => allows(granted, 'pull')).map(([name]) => name),
  }
}
