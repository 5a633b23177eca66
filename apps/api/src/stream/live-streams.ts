import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { WhoAsks } from '../access/who-asks.js'
import { LiveFeed } from './live-feed.js'
import { type KnownRights, LiveRights } from './live-rights.js'
import { LiveStream } from './live-stream.js'

const HEARTBEAT_MS = 15_000
const [MAX_OF_ONE, MAX_OF_ALL] = [8, 1_000]

interface Open {
  readonly request: FastifyRequest
  readonly stream: LiveStream
  readonly known: KnownRights
  subject: Subject
}

const sameSubject = (one: Subject, other: Subject) => one.kind === other.kind && one.id === other.id

/** The streams that are open in this process. */
@Injectable()
export class LiveStreams implements OnModuleInit, OnApplicationShutdown {
  private readonly open = new Set<Open>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly feed: LiveFeed,
    private readonly rights: LiveRights,
    private readonly who: WhoAsks,
  ) {}

  /** @param after id of the last change that the reader has heard of @throws {UserError} TOO_MANY_STREAMS */
  begin(request: FastifyRequest, subject: Subject, after: string | undefined): Readable {
    const own = [...this.open].filter((one) => sameSubject(one.subject, subject)).length
    if (own >= MAX_OF_ONE || this.open.size >= MAX_OF_ALL) throw new UserError('TOO_MANY_STREAMS')
    const known: KnownRights = new Map()
    const one: Open = {
      request,
      subject,
      known,
      stream: new LiveStream((changes) => this.rights.heard(one.subject, changes, known)),
    }
    const leave = this.feed.add({ hear: (changes) => one.stream.hear(changes), miss: () => one.stream.miss() })
    this.open.add(one)
    one.stream.output.once('close', () => {
      leave()
      this.open.delete(one)
    })
    if (after !== undefined) {
      const missed = this.feed.since(after)
      if (missed) one.stream.hear(missed)
      else one.stream.miss()
    }
    return one.stream.output
  }

  /** Asks again who everybody is, and forgets what they may: whose session has ended hears no more. */
  async beat(): Promise<void> {
    await Promise.all(
      [...this.open].map(async (one) => {
        const asking = await this.who.identify(one.request, false).catch(() => undefined)
        if (!asking || !sameSubject(asking.subject, one.subject)) return one.stream.end()
        one.subject = asking.subject
        one.known.clear()
        one.stream.beat()
      }),
    )
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.beat(), HEARTBEAT_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
    for (const { stream } of this.open) stream.end()
  }
}
