/** No document of the registry comes near it. Beyond, JSON.parse takes seconds for what are but megabytes of brackets. */
const MAX_DEPTH = 100
/**
 * Values in one document, counted by what separates and opens them. Real manifests have some hundreds, an index of ten thousand parts
 * has 70,000; as objects, a few megabytes of nothing but short members are more than the memory of a process.
 */
const MAX_JSON_VALUES = 100_000

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a]
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b])
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d])
const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d])

/**
 * Parses UTF-8 that a client sent.
 *
 * @throws {Error} where it is no JSON, begins with a byte order mark, is nested more than 100 deep, holds more than
 *   `mostValues`, or an object names a member twice: readers do not agree on which of them counts
 */
export function parseJson(bytes: Uint8Array, mostValues = MAX_JSON_VALUES): unknown {
  inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), mostValues)
  return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
}

/** Looks at the bytes before anything is made of them. What is no JSON passes: the parser says so. */
function inspect(bytes: Buffer, mostValues: number): void {
  /** Names in each object that is open; a list has none. */
  const open: Set<string>[] = []
  let values = 1
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE) {
      const end = endOfText(bytes, at + 1)
      if (isFollowedByColon(bytes, end + 1)) note(open.at(-1), nameAt(bytes, at, end))
      at = end
    } else if (CLOSING.has(byte)) open.pop()
    else if (byte === COMMA) values += 1
    else if (OPENING.has(byte)) {
      values += 1
      if (open.push(new Set()) > MAX_DEPTH) throw new Error(`nested more than ${MAX_DEPTH} deep`)
    }
    if (values > mostValues) throw new Error(`holds more than ${mostValues} values`)
  }
}

/** Place of the quote that ends a text. */
function endOfText(bytes: Buffer, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1
  return at
}

function isFollowedByColon(bytes: Buffer, start: number): boolean {
  let at = start
  while (BLANK.has(bytes[at] ?? 0)) at += 1
  return bytes[at] === COLON
}

/** However it is written: `\u0061` is `a`. */
function nameAt(bytes: Buffer, start: number, end: number): string {
  const quoted = bytes.toString('utf8', start, end + 1)
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
}

function note(names: Set<string> | undefined, name: string): void {
  if (names?.has(name)) throw new Error(`an object names ${JSON.stringify(name.slice(0, 100))} twice`)
  names?.add(name)
}
