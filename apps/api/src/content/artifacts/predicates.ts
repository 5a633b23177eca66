import { parseManifest } from '@berth/oci'

/** Where whoever attests writes down what is stated: cosign of a bundle, cosign of an envelope, and BuildKit. */
const KEYS = ['dev.sigstore.bundle.predicateType', 'predicateType', 'in-toto.io/predicate-type']

/** Predicates that are told of, and characters of each. */
const [MOST, LETTERS] = [10, 500]

/** What attestations state, by the names of their predicates, each once: a manifest says it of itself, or of each that it holds. */
export function predicatesOf(manifest: Buffer, mediaType: string): string[] {
  const { annotations, layers } = parseManifest(manifest, mediaType)
  const said = [annotations, ...layers.map((layer) => layer.annotations)].flatMap((notes = {}) =>
    KEYS.flatMap((key) => notes[key] || []),
  )
  return [...new Set(said)].slice(0, MOST).map((predicate) => predicate.slice(0, LETTERS))
}
