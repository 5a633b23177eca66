import { STATUS_CODES } from 'node:http'
import { BY_OUTBOUND_ALLOW, Outbound, OutboundError } from '@berth/outbound'
import { TemplateError } from './fill-template.js'
import type { Envelope } from './message.js'
import { type Rendered, render, type Rendering } from './render.js'
import { sign } from './sign.js'

/** Milliseconds to connect, and to the end of the answer. */
const [CONNECT, ALTOGETHER] = [5_000, 10_000]

/** Where a webhook sends, and how. Secrets are open here. */
export interface Receiver extends Rendering {
  readonly address: string
  /** Empty: none. So is `secret`. */
  readonly authHeader: string
  readonly secret: string
  readonly skipCertVerify: boolean
}

/**
 * What came of an attempt. `again`: whether another one may help: `no`; `perhaps`, for the receiver has refused it as it is; `later`, for
 * the receiver is not itself.
 */
export interface Outcome {
  readonly delivered: boolean
  readonly again: 'no' | 'perhaps' | 'later'
  /** Of the answer, where there was one. */
  readonly status?: number
  /** In words, without what the answer holds: whoever reads them need not be one who may read what the receiver says. */
  readonly words: string
  readonly milliseconds: number
  /** What was sent; undefined where nothing could be made. */
  readonly body?: string
}

/** Sends deliveries, and keeps connections open until it is disposed of. */
export class WebhookSender implements AsyncDisposable {
  readonly #verifying: Outbound
  readonly #trusting: Outbound
  readonly #altogether: number

  /** @param allow hosts, addresses and networks inside that may be told all the same */
  constructor(allow: readonly string[], altogether = ALTOGETHER) {
    const options = {
      allow,
      allowed: BY_OUTBOUND_ALLOW,
      connectTimeout: Math.min(CONNECT, altogether),
      idleTimeout: altogether,
    }
    this.#verifying = new Outbound(options)
    this.#trusting = new Outbound({ ...options, verifyCertificates: false })
    this.#altogether = altogether
  }

  /** @param deliveryId tells this delivery from a repetition of it that somebody asked for @throws what the signal throws */
  async send(receiver: Receiver, envelope: Envelope, deliveryId: string, signal: AbortSignal): Promise<Outcome> {
    const started = performance.now()
    const ended = (outcome: Omit<Outcome, 'milliseconds'>): Outcome => ({
      ...outcome,
      milliseconds: Math.round(performance.now() - started),
    })
    let rendered: Rendered | undefined
    try {
      rendered = render(envelope, receiver)
      const { body } = rendered
      const outbound = receiver.skipCertVerify ? this.#trusting : this.#verifying
      const answer = await outbound.request(receiver.address, {
        method: 'POST',
        headers: headersOf(receiver, envelope, deliveryId, rendered),
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(this.#altogether)]),
      })
      answer.drop()
      return ended({ ...judge(answer.status, answer.header('location')), status: answer.status, body })
    } catch (error) {
      signal.throwIfAborted()
      const body = rendered && { body: rendered.body }
      if (error instanceof TemplateError) return ended({ delivered: false, again: 'no', words: error.message })
      if (error instanceof OutboundError)
        return ended({ delivered: false, again: error.isTransient ? 'later' : 'no', words: error.message, ...body })
      return ended({
        delivered: false,
        again: 'later',
        words: error instanceof Error ? error.message : String(error),
        ...body,
      })
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#verifying[Symbol.asyncDispose](), this.#trusting[Symbol.asyncDispose]()])
  }
}

function headersOf(
  { authHeader, secret }: Receiver,
  { eventId, message }: Envelope,
  deliveryId: string,
  { contentType, body }: Rendered,
): Record<string, string> {
  const time = Math.floor(Date.now() / 1000)
  return {
    'content-type': contentType,
    'user-agent': 'Berth-Webhook',
    'webhook-id': eventId,
    'webhook-timestamp': String(time),
    'x-berth-event': message.type,
    'x-berth-delivery': deliveryId,
    ...(secret !== '' && { 'webhook-signature': sign(secret, eventId, time, body) }),
    ...(authHeader !== '' && { authorization: authHeader }),
  }
}

/** Statuses of a 4xx that say "not now" and not "not this". */
const notNow = new Set([408, 425, 429])

function judge(status: number, location: string | undefined): Pick<Outcome, 'delivered' | 'again' | 'words'> {
  const words = `answered ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd()
  if (status >= 200 && status < 300) return { delivered: true, again: 'no', words }
  if (status >= 300 && status < 400) {
    const where = location === undefined ? '' : ` to ${hostOf(location)}`
    return { delivered: false, again: 'no', words: `${words}: it redirects${where}, which no delivery follows` }
  }
  return { delivered: false, again: status < 500 && !notNow.has(status) ? 'perhaps' : 'later', words }
}

/** Of an address that may be a path alone; without what may be secret in it. */
function hostOf(location: string): string {
  const url = URL.parse(location)
  return url === null ? 'another path' : `${url.protocol}//${url.host}`
}
