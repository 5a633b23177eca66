/** No document of the registry comes near it. Beyond, JSON.parse takes seconds for what are but megabytes of brackets. */
const MAX_DEPTH = 100

const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b])
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d])

/** Parses UTF-8 that a client sent. @throws {Error} where it is no JSON, or nested more than 100 deep */
export function parseJson(bytes: Uint8Array): unknown {
  if (isDeeperThan(bytes, MAX_DEPTH)) throw new Error(`nested more than ${MAX_DEPTH} deep`)
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}

function isDeeperThan(bytes: Uint8Array, limit: number): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE) isText = !isText
    else if (isText) at += byte === BACKSLASH ? 1 : 0
    else if (CLOSING.has(byte)) depth -= 1
    else if (OPENING.has(byte)) {
      depth += 1
      if (depth > limit) return true
    }
  }
  return false
}
