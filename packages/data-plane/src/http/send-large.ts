import { MemoryRoom, SMALL_DOCUMENT } from '@berth/oci'
import { AnswerRoom } from './answer-room.js'
import type { Exchange } from './exchange.js'

export const JSON_TYPE = 'application/json; charset=utf-8'

const MB = 2 ** 20
const waiting = { patience: 60_000, longest: 1_000 }
/** Twelve manifests of the largest. While others wait, a client has to take 4 Mbit/s. */
const answersUnderway = new AnswerRoom(48 * MB, (bytes) => 1_000 + bytes / 512, waiting)
/** Eight of the largest lists: as many are made at the same time as a process has connections to a database. */
const listsInTheMaking = new MemoryRoom(32 * MB, waiting.patience, waiting.longest)

/**
 * Takes room for the bytes of an answer until the connection has taken them.
 *
 * @param waits whether it may wait for room: what is not in memory yet
 * @throws {DistributionError} TOOMANYREQUESTS
 */
export async function takeRoomToSend(exchange: Exchange, bytes: number, waits = true): Promise<void> {
  if (bytes <= SMALL_DOCUMENT) return
  const { raw } = exchange.reply
  const breakOff = () => {
    exchange.request.log.info({ reqId: exchange.request.id }, 'broke off an answer that its client does not take')
    raw.destroy()
  }
  const place = await answersUnderway.take(bytes, breakOff, exchange.gone, waits)
  const giveBack = () => place[Symbol.dispose]()
  raw.once('finish', giveBack).once('close', giveBack)
  if (exchange.abandoned) giveBack()
}

export interface List {
  /** As JSON. */
  readonly body: string
  /** Links to the next page, where there is one. */
  readonly link?: () => void
}

/**
 * Sends a list.
 *
 * @param most bytes that it has at most
 * @throws {DistributionError} TOOMANYREQUESTS
 */
export async function sendList(
  exchange: Exchange,
  { type, most, make }: { readonly type: string; readonly most: number; readonly make: () => Promise<List> },
): Promise<void> {
  using _making = await listsInTheMaking.take(most, exchange.gone)
  if (exchange.abandoned) return
  const { body, link } = await make()
  // As bytes: to text the framework adds a charset.
  const bytes = Buffer.from(body)
  await takeRoomToSend(exchange, bytes.length, false)
  link?.()
  exchange.reply.header('content-type', type).send(bytes)
}
