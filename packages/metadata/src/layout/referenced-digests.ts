import { isDigest, type Digest } from '@berth/oci'

const anyDigest = /sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}/g

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null)
    for (const child of Object.values(value)) yield* stringsIn(child)
}

/**
 * Every digest that a manifest mentions anywhere. For deciding what may go: a manifest of a form not known here, schema 1 for one,
 * keeps its blobs too.
 */
export function referencedDigests(manifest: Uint8Array): Set<Digest> {
  const text = new TextDecoder().decode(manifest)
  let strings: Iterable<string>
  try {
    strings = stringsIn(JSON.parse(text))
  } catch {
    strings = text.match(anyDigest) ?? []
  }
  const found = new Set<Digest>()
  for (const string of strings) if (isDigest(string)) found.add(string)
  return found
}
