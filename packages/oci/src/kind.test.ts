import { expect, it } from 'vitest'
import { type Described, kindOf } from './kind.js'

const ociConfig = 'application/vnd.oci.image.config.v1+json'
const empty = 'application/vnd.oci.empty.v1+json'
const bundle = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const inToto = 'application/vnd.in-toto+json'
const tar = 'application/vnd.oci.image.layer.v1.tar+gzip'
const about = (predicate: string) => ({ annotations: { 'dev.sigstore.bundle.predicateType': predicate } })

it.each<[string, string, Partial<Described>]>([
  ['image', 'an image', { config: ociConfig, layers: [tar] }],
  ['image', 'an image without layers', { config: ociConfig }],
  ['artifact', 'what names a type of its own, whatever its config is', { artifactType: 'text/x', config: ociConfig }],
  ['artifact', 'files with the empty config', { config: empty, layers: ['text/plain'] }],
  ['model', 'a model of one format, as oras packs it', { config: empty, layers: ['application/gguf'] }],
  ['model', 'what calls itself a model of that format', { artifactType: 'application/vnd.gguf.v3', config: empty }],
  [
    'model',
    "Ollama's model, which has the config of an image",
    {
      config: 'application/vnd.docker.container.image.v1+json',
      layers: ['application/vnd.ollama.image.model', 'application/vnd.ollama.image.license'],
    },
  ],
  ['chart', 'a chart', { config: 'application/vnd.cncf.helm.config.v1+json' }],
  ['chart', 'a chart, whatever case its type has', { config: 'Application/Vnd.CNCF.Helm.Config.v1+JSON' }],
  ['signature', 'a signature, whatever case its type has', { artifactType: 'application/vnd.cncf.NOTARY.signature' }],
  [
    'artifact',
    'a chart by its config, but not as it calls itself',
    {
      artifactType: 'application/x',
      config: 'application/vnd.cncf.helm.config.v1+json',
    },
  ],
  [
    'signature',
    "cosign's signature by a tag",
    {
      config: ociConfig,
      layers: ['application/vnd.dev.cosign.simplesigning.v1+json'],
    },
  ],
  [
    'signature',
    "cosign's bundle of a signature",
    {
      artifactType: bundle,
      layers: [bundle],
      ...about('https://sigstore.dev/cosign/sign/v1'),
    },
  ],
  [
    'attestation',
    "cosign's bundle of something else",
    {
      artifactType: bundle,
      layers: [bundle],
      ...about('https://slsa.dev/provenance/v1'),
    },
  ],
  [
    'signature',
    "notation's signature",
    { config: 'application/vnd.cncf.notary.signature', layers: ['application/jose+json'] },
  ],
  [
    'attestation',
    "cosign's attestation by a tag",
    { config: ociConfig, layers: ['application/vnd.dsse.envelope.v1+json'] },
  ],
  ['attestation', "BuildKit's", { config: ociConfig, layers: [inToto, inToto] }],
  [
    'attestation',
    "BuildKit's as an artifact",
    {
      artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
      config: empty,
      layers: [inToto],
    },
  ],
  ['sbom', 'an SBOM by oras', { artifactType: 'application/spdx+json', config: empty, layers: ['application/json'] }],
  ['sbom', "cosign's SBOM by a tag", { config: ociConfig, layers: ['text/spdx'] }],
  ['sbom', 'CycloneDX', { artifactType: 'application/vnd.cyclonedx+json' }],
  ['wasm', 'a Wasm module', { config: 'application/vnd.wasm.config.v0+json', layers: ['application/wasm'] }],
  [
    'wasm',
    'a module packed like an image',
    {
      config: ociConfig,
      layers: [tar],
      annotations: { 'module.wasm.image/variant': 'compat' },
    },
  ],
  ['model', 'a model', { artifactType: 'application/vnd.cncf.model.manifest.v1+json', config: empty }],
  ['model', "Docker's model", { config: 'application/vnd.docker.ai.model.config.v0.1+json' }],
  ['artifact', 'a type that only begins like one', { artifactType: 'text/spdxx' }],
])('%s: %s', (kind, _what, described) => {
  expect(kindOf({ artifactType: undefined, config: undefined, layers: [], annotations: {}, ...described })).toBe(kind)
})
