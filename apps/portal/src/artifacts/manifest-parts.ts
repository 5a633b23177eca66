interface Part {
  text: string
  /** The part is the digest of another manifest. */
  digest?: string
}

/** What is shown of a manifest at once. Real ones have some thousand characters. */
const MOST = 200_000

interface Named {
  digest?: unknown
}

function namedManifests(manifest: unknown): Set<unknown> {
  if (typeof manifest !== 'object' || manifest === null) return new Set()
  const { manifests, subject } = manifest as { manifests?: unknown; subject?: unknown }
  const all: Named[] = [...(Array.isArray(manifests) ? manifests : []), ...(subject ? [subject as Named] : [])]
  return new Set(all.map((one) => (typeof one === 'object' && one !== null ? one.digest : undefined)))
}

/** A manifest with its lines indented, cut where it names other manifests: children of an index, and a subject. */
export function manifestParts(manifest: string): Part[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(manifest)
  } catch {
    return [{ text: manifest.slice(0, MOST) }]
  }
  const named = namedManifests(parsed)
  const text = JSON.stringify(parsed, undefined, 2)
  const shown = text.length > MOST ? `${text.slice(0, MOST)}…` : text
  return shown
    .split(/(sha256:[0-9a-f]{64}(?=")|sha512:[0-9a-f]{128}(?="))/)
    .map((part) => (named.has(part) ? { text: part, digest: part } : { text: part }))
}
