import { text } from 'node:stream/consumers'
import { createTarDecoder } from 'modern-tar'
import type { Packing } from './text-blobs.js'

/** Bytes of an archive once it is unpacked, and of one text. */
const [MAX_UNPACKED, MAX_TEXT] = [64 * 1024 * 1024, 1024 * 1024]

/** Ends a stream that brings more bytes than this. */
function upTo(most: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > most) controller.error(new Error(`There are more than ${most} bytes.`))
      else controller.enqueue(chunk)
    },
  })
}

/**
 * Reads some files of what somebody pushed: of each pattern the first that is not too large. What is no archive, or unpacks to far more
 * than texts need, gives what came before.
 */
export async function readTexts<Name extends string>(
  bytes: ReadableStream,
  packing: Packing,
  wanted: Readonly<Partial<Record<Name, RegExp>>>,
): Promise<Partial<Record<Name, string>>> {
  const found: Partial<Record<Name, string>> = {}
  const names = Object.keys(wanted).filter((name): name is Name => name in wanted)
  try {
    if (packing === 'bare') {
      const whole = await text(bytes.pipeThrough(upTo(MAX_TEXT)))
      for (const name of names) found[name] = whole
      return found
    }
    const entries = (packing === 'tar' ? bytes : bytes.pipeThrough(new DecompressionStream('gzip')))
      .pipeThrough(upTo(MAX_UNPACKED))
      .pipeThrough(createTarDecoder())
    for await (const { header, body } of entries) {
      const name = names.find((one) => found[one] === undefined && wanted[one]?.test(header.name))
      if (name === undefined || header.type !== 'file' || header.size > MAX_TEXT) await body.cancel()
      else found[name] = await text(body)
      if (names.every((one) => found[one] !== undefined)) break
    }
  } catch {
    // It is the pusher's.
  }
  return found
}
