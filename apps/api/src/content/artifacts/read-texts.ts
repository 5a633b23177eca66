import { buffer, text } from 'node:stream/consumers'
import { TransientError } from '@berth/contracts'
import { createTarDecoder } from 'modern-tar'
import { limitExtendedHeaders } from './extended-headers.js'
import { type Packing, type TooLarge, tooLarge } from './text-blobs.js'

/** Bytes of an archive once it is unpacked, and of one text. */
const [MAX_UNPACKED, MAX_TEXT] = [64 * 1024 * 1024, 1024 * 1024]
/** Files of an archive. Each costs as much time as some kilobytes; charts have dozens. */
const MAX_FILES = 5_000

class TooMuchError extends Error {
  override name = 'TooMuchError'
}

/** Ends a stream that brings more bytes than this. */
function upTo(most: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > most) controller.error(new TooMuchError(`There are more than ${most} bytes.`))
      else controller.enqueue(chunk)
    },
  })
}

/** The same bytes. What keeps them from coming is told, for what unpacks them says it in words of its own. */
async function* watched(bytes: ReadableStream<Uint8Array>, onFailure: (error: unknown) => void) {
  try {
    yield* bytes
  } catch (error) {
    onFailure(error)
    throw error
  }
}

/** @returns undefined where the archive ends before the text does */
async function wholeText(body: ReadableStream, size: number): Promise<string | undefined> {
  const bytes = await buffer(body)
  return bytes.length === size ? new TextDecoder().decode(bytes) : undefined
}

/** Reads to the end. A body that is cancelled once all of it has been read takes the next one's bytes with it, and that one never ends. */
const pass = (body: ReadableStream) => body.pipeTo(new WritableStream())

/**
 * Reads some files of what somebody pushed: of each pattern the first that is not too large. What is no archive gives what came before; so
 * does what unpacks to far more than texts need, in bytes or in files, and whatever was not found until then is too large to look for.
 *
 * @throws {TransientError} UNAVAILABLE where the bytes do not come to their end
 */
export async function readTexts<Name extends string>(
  bytes: ReadableStream<Uint8Array>,
  packing: Packing,
  wanted: Readonly<Partial<Record<Name, RegExp>>>,
): Promise<Partial<Record<Name, string | TooLarge>>> {
  const found: Partial<Record<Name, string | TooLarge>> = {}
  const names = Object.keys(wanted).filter((name): name is Name => name in wanted)
  const isText = (name: Name) => typeof found[name] === 'string'
  let lost: Error | undefined
  const source = ReadableStream.from(
    watched(bytes, (cause) => {
      lost = new TransientError('UNAVAILABLE', {}, { cause })
    }),
  )
  try {
    if (packing === 'bare') {
      const whole = await text(source.pipeThrough(upTo(MAX_TEXT)))
      for (const name of names) found[name] = whole
      return found
    }
    const entries = (packing === 'tar' ? source : source.pipeThrough(new DecompressionStream('gzip')))
      .pipeThrough(upTo(MAX_UNPACKED))
      .pipeThrough(
        limitExtendedHeaders(() => new TooMuchError('There are more or larger extended headers than files need.')),
      )
      .pipeThrough(createTarDecoder())
    let files = 0
    for await (const { header, body } of entries) {
      if (++files > MAX_FILES) throw new TooMuchError(`There are more than ${MAX_FILES} files.`)
      const name = names.find((one) => !isText(one) && wanted[one]?.test(header.name))
      if (name === undefined || header.type !== 'file') await pass(body)
      else if (header.size > MAX_TEXT) {
        found[name] = tooLarge
        await pass(body)
      } else {
        const whole = await wholeText(body, header.size)
        if (whole === undefined) break
        found[name] = whole
      }
      if (names.every(isText)) break
    }
  } catch (error) {
    if (lost) throw lost
    // Any other failure is the pusher's.
    if (error instanceof TooMuchError) for (const name of names) found[name] ??= tooLarge
  }
  return found
}
