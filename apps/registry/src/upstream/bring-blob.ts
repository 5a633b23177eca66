import { randomUUID } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UserError } from '@berth/contracts'
import type { UpstreamBlob } from '@berth/data-plane'
import type { ProxySettings } from '@berth/metadata'
import { DistributionError, parseUploadId, type ByteRange, type Digest, type RepositoryName } from '@berth/oci'
import { StorageFullError } from '@berth/storage'
import type { Cargo } from './flights.js'
import { ask, type ProxyServices } from './proxies.js'
import { UpstreamError } from './upstream-error.js'

export interface WantedBlob {
  readonly settings: ProxySettings
  readonly name: RepositoryName
  readonly digest: Digest
}

/** Has a blob come into a repository that does not hold it. @returns undefined where the upstream has none such */
export async function bringBlob(services: ProxyServices, wanted: WantedBlob): Promise<UpstreamBlob | undefined> {
  const { digest } = wanted
  const size = await ask(services, wanted, (client, there) => client.findBlob(there, digest))
  if (size === undefined) return undefined
  const to = (bytes: (range: ByteRange) => AsyncIterable<Buffer>) => ({
    size,
    read: ({ start, end }: ByteRange = { start: 0, end: size - 1 }) =>
      Readable.from(bytes({ start, end }), { objectMode: false, highWaterMark: 256 * 1024 }),
  })
  const cargo = cargoOf(services, wanted, size)
  if (!(await fits(services, wanted, cargo))) return to((range) => pass(services, wanted, range, size))
  const follow = await services.flights.join(cargo)
  return follow === 'here' ? 'stored' : to(follow)
}

/** Whether disk and quota take it in, the disk beside all that is under way. */
async function fits({ metadata, blobs, flights }: ProxyServices, { name }: WantedBlob, cargo: Cargo): Promise<boolean> {
  try {
    await blobs.admit(await flights.toCome(cargo))
    await metadata.admitBytes(name, cargo.size)
    return true
  } catch (error) {
    if (error instanceof UserError || error instanceof StorageFullError) return false
    throw error
  }
}

function cargoOf(services: ProxyServices, { settings, name, digest }: WantedBlob, size: number): Cargo {
  const { metadata, blobs, records } = services
  return {
    key: `blob of registry ${settings.registryId}, ${digest}`,
    size,
    kilobits: settings.kilobits,
    isHere: async () => {
      if (await metadata.findBlob(name, digest)) return true
      // What this registry has given already, under whatever name: it has just said that this repository of its has it, too.
      const from = { from: [], fromPublic: false, fromRegistry: settings.registryId }
      if (!(await metadata.mountBlob(name, digest, from))) return false
      await records.holdBlob(name, digest)
      return true
    },
    read: (range) => blobs.read(digest, range),
    open: (signal) => Readable.from(download(services, { settings, name, digest }, signal), { objectMode: false }),
    land: async (path) => {
      const id = parseUploadId(randomUUID())
      const spooled = await blobs.spooled(path)
      try {
        await blobs.receive(id, 0, spooled)
        const sealed = await blobs.seal(id, digest)
        await metadata.commitUpload({ repository: name, digest, size }, () => sealed.publish())
        await records.holdBlob(name, digest)
      } catch (error) {
        await blobs.discard(spooled)
        await blobs.cancel(id)
        throw error
      }
    },
  }
}

/** Its bytes, verified at the end; asking lasts until they are read. */
async function* download(services: ProxyServices, wanted: WantedBlob, signal: AbortSignal): AsyncGenerator<Buffer> {
  const bytes = new PassThrough({ highWaterMark: 1024 * 1024 })
  const asked = fill(services, wanted, signal, bytes).catch((error: unknown) => {
    bytes.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  try {
    for await (const piece of bytes.iterator()) yield piece
  } finally {
    bytes.destroy()
    await asked
  }
}

async function fill(
  services: ProxyServices,
  wanted: WantedBlob,
  signal: AbortSignal,
  bytes: PassThrough,
): Promise<void> {
  const isThere = await ask(services, { ...wanted, isLong: signal }, async (client, there) => {
    await pipeline(client.blob(there, wanted.digest), bytes)
    return true
  })
  if (!isThere) throw new UpstreamError('the upstream does not have the blob any more')
}

/** What cannot be stored passes through, for this client alone; the last piece when the whole is known to be right. */
async function* pass(
  services: ProxyServices,
  wanted: WantedBlob,
  { start, end }: ByteRange,
  size: number,
): AsyncGenerator<Buffer> {
  const gone = new AbortController()
  let held: Buffer | undefined
  let place = 0
  const part = (piece: Buffer) => {
    const [from, to] = [Math.max(0, start - place), Math.min(piece.length, end + 1 - place)]
    place += piece.length
    return to > from ? piece.subarray(from, to) : undefined
  }
  try {
    for await (const piece of download(services, wanted, gone.signal)) {
      const before = held && part(held)
      if (before) yield before
      held = piece
    }
    const last = held && part(held)
    if (place !== size) throw new DistributionError('UNAVAILABLE', 'the upstream sent another length than it said')
    if (last) yield last
  } finally {
    gone.abort()
  }
}
