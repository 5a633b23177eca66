import { createHash, randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { sameToken } from '../csrf/csrf.js'
import { reachSessions } from '../sessions/reach-sessions.js'
import { OidcCookies } from './oidc-cookies.js'

const newcomer = z.object({
  issuer: z.string(),
  subject: z.string(),
  /** What the provider calls them. */
  name: z.string(),
  email: z.string().optional(),
  realname: z.string().optional(),
  groups: z.array(z.string()),
  endSession: z.string().optional(),
  target: z.string(),
})
const waiting = newcomer.extend({ proof: z.string() })

/** Somebody whom the provider knows, and who has no account here yet. */
export type Newcomer = z.output<typeof newcomer>

const COOKIE = 'oidc-onboarding'
const LIFE_SECONDS = 900

/** Newcomers who choose a user name, one for each identity: in Redis, for their groups do not fit into a cookie. */
@Injectable()
export class Onboarding {
  constructor(
    private readonly redis: Redis,
    private readonly cookies: OidcCookies,
  ) {}

  /** @throws {TransientError} SESSIONS_UNAVAILABLE */
  async begin(request: FastifyRequest, reply: FastifyReply, newcomer: Newcomer): Promise<void> {
    const identity = createHash('sha256').update(`${newcomer.issuer}\0${newcomer.subject}`).digest('base64url')
    const proof = randomBytes(32).toString('base64url')
    const value = JSON.stringify({ ...newcomer, proof })
    await reachSessions(() => this.redis.set(keyOf(identity), value, 'EX', LIFE_SECONDS))
    this.cookies.set(request, reply, COOKIE, `${identity}.${proof}`, LIFE_SECONDS)
  }

  /** @throws {UserError} OIDC_ONBOARDING_OVER @throws {TransientError} SESSIONS_UNAVAILABLE */
  async find({ cookies }: FastifyRequest): Promise<Newcomer> {
    const [identity = '', proof = ''] = cookies[COOKIE]?.split('.') ?? []
    const value = identity === '' ? null : await reachSessions(() => this.redis.get(keyOf(identity)))
    const found = value === null ? undefined : waiting.safeParse(JSON.parse(value)).data
    if (!found || !sameToken(proof, found.proof)) throw new UserError('OIDC_ONBOARDING_OVER')
    return newcomer.parse(found)
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const [identity = ''] = request.cookies[COOKIE]?.split('.') ?? []
    this.cookies.clear(request, reply, COOKIE)
    await reachSessions(() => this.redis.del(keyOf(identity)))
  }
}

const keyOf = (identity: string) => `oidc-onboarding:${identity}`
