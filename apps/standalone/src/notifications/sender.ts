import type { Endpoint } from '@berth/distribution-config'
import { Outbound } from '@berth/outbound'
import { eventsMediaType, type RegistryEvent } from './event.js'

export interface SenderLog {
  warn(fields: Record<string, unknown>, message: string): void
}

/**
 * Events that one endpoint may lag behind before the oldest are dropped, and their bytes: memory stays flat while a listener is down. With
 * its references a single event may have 6 MB.
 */
const [MOST_EVENTS, MOST_BYTES] = [10_000, 32 * 1024 * 1024]

/**
 * Delivers events to one endpoint in order, each in an envelope of its own, until the endpoint takes it (2xx or 3xx). After
 * `threshold` failures in a row it waits `backoff` before each further attempt.
 */
export class EventSender {
  /** Envelopes, as they are sent. */
  private readonly queue: Buffer[] = []
  private bytes = 0
  private running: Promise<void> | undefined
  private readonly closing = new AbortController()
  private readonly outbound: Outbound
  private readonly ignoredTypes: ReadonlySet<string>
  private readonly ignoredActions: ReadonlySet<string>
  /** Events dropped because the endpoint lagged too far behind. */
  dropped = 0

  constructor(
    private readonly endpoint: Endpoint,
    private readonly log: SenderLog,
  ) {
    this.ignoredTypes = new Set([...endpoint.ignoredmediatypes, ...endpoint.ignore.mediatypes])
    this.ignoredActions = new Set(endpoint.ignore.actions)
    // Who runs the registry names the endpoint: it may lie inside.
    this.outbound = new Outbound({ allow: [new URL(endpoint.url).hostname] })
  }

  get name(): string {
    return this.endpoint.name
  }

  get pending(): number {
    return this.queue.length
  }

  /** Takes an event for delivery; never waits and never fails. */
  send(event: RegistryEvent): void {
    if (this.closing.signal.aborted || this.ignoredActions.has(event.action)) return
    if (event.target.mediaType !== undefined && this.ignoredTypes.has(event.target.mediaType)) return
    const envelope = Buffer.from(JSON.stringify({ events: [event] }))
    while (this.queue.length >= MOST_EVENTS || (this.queue.length > 0 && this.bytes + envelope.byteLength > MOST_BYTES))
      this.drop()
    this.queue.push(envelope)
    this.bytes += envelope.byteLength
    this.running ??= this.run().finally(() => {
      this.running = undefined
    })
  }

  /** Delivers what is queued, for at most `milliseconds`, then stops. */
  async close(milliseconds: number): Promise<void> {
    const deadline = setTimeout(() => this.closing.abort(), milliseconds)
    await this.running
    clearTimeout(deadline)
    this.closing.abort()
    await this.outbound[Symbol.asyncDispose]()
  }

  private drop(): void {
    this.shift()
    if (this.dropped++ % 1000 === 0)
      this.log.warn(
        { endpoint: this.name, dropped: this.dropped },
        'the endpoint lags too far behind: events are dropped',
      )
  }

  private shift(): void {
    this.bytes -= this.queue.shift()?.byteLength ?? 0
  }

  private async run(): Promise<void> {
    let failures = 0
    for (let envelope = this.queue[0]; envelope !== undefined; envelope = this.queue[0]) {
      if (failures >= this.endpoint.threshold && failures > 0) await this.wait(this.endpoint.backoff)
      if (this.closing.signal.aborted) return
      try {
        await this.post(envelope)
        failures = 0
        // It may have been dropped meanwhile.
        if (this.queue[0] === envelope) this.shift()
      } catch (error) {
        failures++
        const why = error instanceof Error ? error.message : String(error)
        this.log.warn({ endpoint: this.name, failures, why }, 'the endpoint did not take an event: trying again')
      }
    }
  }

  private wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.closing.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    })
  }

  private async post(body: Buffer): Promise<void> {
    const response = await this.outbound.request(this.endpoint.url, {
      method: 'POST',
      headers: { 'content-type': eventsMediaType, ...this.endpoint.headers },
      body,
      signal: AbortSignal.any([AbortSignal.timeout(this.endpoint.timeout), this.closing.signal]),
    })
    response.drop()
    if (response.status < 200 || response.status >= 400) throw new Error(`answered ${response.status}`)
  }
}
