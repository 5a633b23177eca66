import { isImageConfig, isSignatureType, isStatementType } from './media-types.js'

/** What an artifact is to people. */
export type ArtifactKind =
  | 'image'
  | 'index'
  | 'chart'
  | 'signature'
  | 'sbom'
  | 'attestation'
  | 'wasm'
  | 'model'
  | 'artifact'

/** Media types by which a kind is known: of the artifact, of its config, or of all that it holds. */
const types: readonly (readonly [ArtifactKind, RegExp])[] = [
  ['chart', /^application\/vnd\.cncf\.helm\.config\./i],
  [
    'model',
    /^application\/vnd\.(?:cncf\.model\.|cnai\.model\.|docker\.ai\.model\.|kitops\.modelkit\.|ollama\.image\.)|^application\/(?:x-|vnd\.)?gguf(?:[.+]|$)/i,
  ],
  ['wasm', /^application\/(?:vnd\.wasm\.|vnd\.module\.wasm\.|vnd\.bytecodealliance\.wasm\.|wasm$)/i],
  [
    'sbom',
    /^(?:text|application)\/(?:spdx(?:[+]\w+)?$|vnd\.cyclonedx(?:[+]|$)|vnd\.syft[+]|vnd\.goharbor\.harbor\.sbom\.)/i,
  ],
]

const PREDICATE = 'dev.sigstore.bundle.predicateType'
/** Cosign keeps signatures and attestations in the same kind of bundle, and says of each what it is about. */
const COSIGN_SIGNATURE = 'https://sigstore.dev/cosign/sign/v1'
/** Of a module that is packed like an image, so that runtimes of containers can run it. */
const WASM_VARIANT = 'module.wasm.image/variant'

export interface Described {
  readonly artifactType: string | undefined
  readonly config: string | undefined
  readonly layers: readonly string[]
  readonly annotations: Readonly<Record<string, string>>
}

/** The kind of what is no index: as it calls itself, else as its config says, else as what it holds. */
export function kindOf({ artifactType, config, layers, annotations }: Described): ArtifactKind {
  if ([artifactType, config, ...layers].some((type) => type !== undefined && isSignatureType(type))) {
    return (annotations[PREDICATE] ?? COSIGN_SIGNATURE) === COSIGN_SIGNATURE ? 'signature' : 'attestation'
  }
  const named = kindOfType(artifactType || config)
  if (named) return named
  const [first] = layers
  if (first !== undefined) {
    if (layers.every(isStatementType)) return 'attestation'
    const held = kindOfType(first)
    if (held && layers.every((type) => kindOfType(type) === held)) return held
  }
  if (!isImageConfig(config) || artifactType) return 'artifact'
  return WASM_VARIANT in annotations ? 'wasm' : 'image'
}

function kindOfType(type: string | undefined): ArtifactKind | undefined {
  return type === undefined ? undefined : types.find(([, pattern]) => pattern.test(type))?.[0]
}
