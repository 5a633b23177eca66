import type { Socket } from 'node:net'
import type { Actor } from '@berth/contracts'
import { DistributionError, parseRepositoryName, type RepositoryName } from '@berth/oci'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity } from '../auth/identity.js'
import type { Services } from './services.js'

/** A header's value; where it came several times, the first. */
export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** Whether the client went away. A request that was broken off has no connection any more, whatever its type says. */
export function isGone({ raw }: FastifyRequest): boolean {
  const socket: Socket | null = raw.socket
  return socket === null || socket.destroyed
}

export interface Target {
  /** Decoded path. */
  readonly path: string
  readonly query: URLSearchParams
}

/** @throws {DistributionError} NAME_INVALID for a path that is not valid percent-encoding */
export function parseTarget(url: string): Target {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  try {
    return {
      path: path.includes('%') ? decodeURIComponent(path) : path,
      query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    }
  } catch (cause) {
    throw new DistributionError('NAME_INVALID', 'malformed percent-encoding in the path', { cause })
  }
}

/** One request that has found its endpoint and passed its access rule, and its answer. */
export class Exchange {
  #name: RepositoryName | undefined
  #gone: AbortSignal | undefined

  constructor(
    readonly services: Services,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
    readonly identity: Identity,
    readonly query: URLSearchParams,
    private readonly groups: Readonly<Record<string, string | undefined>>,
    /** Authorised by a grant: a proxy has asked before it read the body, and has spooled it. */
    readonly granted: boolean,
  ) {}

  /** The repository. @throws {DistributionError} NAME_INVALID */
  get name(): RepositoryName {
    return (this.#name ??= parseRepositoryName(this.group('name')))
  }

  /** Whoever asks, as it is written down with what they change. */
  get actor(): Actor {
    const address = this.proxied ? this.header('x-forwarded-for')?.split(',').at(-1)?.trim() : this.request.ip
    const where = { ...(address && { address }), requestId: this.request.id }
    const { subject: name, caller } = this.identity
    if (name === undefined) return { kind: 'anonymous', name: '', ...where }
    return { kind: caller?.kind ?? 'user', ...(caller && { id: caller.id }), name, ...where }
  }

  /** A part of the path, as the endpoint's pattern names it. */
  group(name: 'name' | 'reference' | 'digest' | 'id'): string {
    return this.groups[name] ?? ''
  }

  header(name: string): string | undefined {
    return header(this.request, name)
  }

  /** Whether nobody waits for the answer any more: what is large need not be read for it. */
  get abandoned(): boolean {
    return isGone(this.request)
  }

  /** Aborts where the client goes away before it has its answer: for what waits for its turn. */
  get gone(): AbortSignal {
    return (this.#gone ??= this.abandoned ? AbortSignal.abort() : abortedBy(this.reply))
  }

  /** Whether a proxy stands in front that carries bytes. */
  get proxied(): boolean {
    return this.services.grants !== undefined && this.header('x-berth-proxy') !== undefined
  }

  /** Whether the client holds the version `etag` already, by `If-None-Match`. */
  holds(etag: string): boolean {
    return listsTag(this.header('if-none-match'), etag)
  }

  /** Whether `If-Match` and `If-None-Match` let a change be made of what has this `etag` now (RFC 9110, 13.1); undefined: it is not there. */
  mayChange(etag: string | undefined): boolean {
    const match = this.header('if-match')
    return (
      (match === undefined || (etag !== undefined && listsTag(match, etag))) &&
      !(etag !== undefined && this.holds(etag))
    )
  }
}

function abortedBy({ raw }: FastifyReply): AbortSignal {
  const closed = new AbortController()
  raw.once('close', () => closed.abort())
  return closed.signal
}

function listsTag(list: string | undefined, etag: string): boolean {
  if (list === undefined) return false
  // Some clients write the digest without quotes.
  const tags = list.split(',').map((one) => one.trim().replace(/^W\//, ''))
  return list.trim() === '*' || tags.some((one) => one === etag || `"${one}"` === etag)
}
