/** Bytes of one extended header of a tar: a reader holds it whole, with an object for each of its attributes. */
const MAX_ONE = 16 * 1024
/**
 * Of all of an archive, the squares of their bytes: for each attribute the reader may look through all that follows. Seven of the largest take
 * a quarter of a second, and it reads 3,000 of some 300 bytes.
 */
const MAX_SQUARES = 2 ** 31

/** A header's block, and where in it the size and the kind of what follows stand (POSIX.1, "ustar Interchange Format"). */
const BLOCK = 512
const SIZE = { begin: 124, end: 136 }
const TYPE = 156
/** Attributes (PAX) of one file and of all files, long names and names of links (GNU). */
const EXTENDED = new Set(Buffer.from('xgLK'))

/**
 * Ends a tar that has larger extended headers than files need, before anything reads them. It looks at every block, as a tar's headers are
 * blocks: what is in a file and looks like such a header, with a size as well, counts as one.
 */
export function limitExtendedHeaders(tooMuch: () => Error): TransformStream<Uint8Array, Uint8Array> {
  let squares = 0
  let rest = Buffer.alloc(0)
  const isTooMuch = (block: Buffer) => {
    if (!EXTENDED.has(block.readUInt8(TYPE))) return false
    const size = sizeOf(block.subarray(SIZE.begin, SIZE.end))
    if (size === undefined) return false
    squares += (BLOCK + size) ** 2
    return size > MAX_ONE || squares > MAX_SQUARES
  }
  return new TransformStream({
    transform(chunk, controller) {
      const bytes = Buffer.concat([rest, chunk])
      const end = bytes.length - (bytes.length % BLOCK)
      for (let at = 0; at < end; at += BLOCK)
        if (isTooMuch(bytes.subarray(at, at + BLOCK))) return controller.error(tooMuch())
      rest = bytes.subarray(end)
      controller.enqueue(chunk)
    },
  })
}

/** Octal digits up to the first NUL, or, behind a set bit, a binary number (GNU). @returns undefined where it is neither */
function sizeOf(field: Buffer): number | undefined {
  const size =
    field.readUInt8(0) & 0x80
      ? field.reduce((number, byte, place) => number * 256 + (place === 0 ? byte & 0x7f : byte), 0)
      : octalOf(field.toString('latin1').replace(/\0.*/s, '').replaceAll(' ', ''))
  return Number.isSafeInteger(size) ? size : undefined
}

const octalOf = (digits: string) => (/^[0-7]*$/.test(digits) ? Number.parseInt(`0${digits}`, 8) : Number.NaN)
