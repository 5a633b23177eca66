import { expect, it } from 'vitest'
import {
  isImageConfig,
  isImageType,
  isIndexType,
  isNonDistributable,
  isSchema1,
  isSignatureType,
  isStatementType,
  mediaTypes,
  typeIn,
} from './media-types.js'

const docker = 'application/vnd.docker.distribution.manifest.v1'

it.each([
  ['schema 1', isSchema1, [`${docker}+json`, `${docker}+prettyjws`], [`${docker}+jsonx`, `x${docker}+json`, docker]],
  [
    'an index',
    isIndexType,
    [mediaTypes.ociIndex, mediaTypes.dockerManifestList],
    [mediaTypes.ociManifest, mediaTypes.dockerManifest],
  ],
  [
    'an image',
    isImageType,
    [mediaTypes.ociManifest, mediaTypes.dockerManifest],
    [mediaTypes.ociIndex, mediaTypes.dockerManifestList],
  ],
  ['the config of an image', isImageConfig, [mediaTypes.ociConfig, mediaTypes.dockerConfig], [mediaTypes.helmConfig]],
  [
    'a layer that a client may keep',
    isNonDistributable,
    [
      'application/vnd.oci.image.layer.nondistributable.v1.tar+zstd',
      'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
    ],
    ['application/vnd.oci.image.layer.v1.tar', 'x/application/vnd.docker.image.rootfs.foreign.diff.tar.gzip'],
  ],
  [
    'a signature',
    isSignatureType,
    [
      'application/vnd.dev.cosign.artifact.sig.v1+json',
      'application/vnd.cncf.notary.signature',
      'application/vnd.dev.sigstore.bundle.v0.3+json',
    ],
    ['application/vnd.example.signature', 'x/application/vnd.dev.cosign.x'],
  ],
  [
    'a statement',
    isStatementType,
    ['application/cose', 'application/jose+json', 'application/vnd.in-toto+json'],
    ['application/cose+x', 'application/jose+jsonx', 'x/application/cose', 'application/vnd.in-totox'],
  ],
])('%s is known by its media type', (_, knows, some, others) => {
  for (const type of [...some, ...some.map((one) => one.toUpperCase())])
    expect([type, knows(type)]).toEqual([type, true])
  for (const type of others) expect([type, knows(type)]).toEqual([type, false])
})

it.each([
  ['application/json', 'application/json'],
  ['Application/JSON; Charset=UTF-8', 'application/json'],
  [mediaTypes.ociManifest.toUpperCase(), mediaTypes.ociManifest],
  [' application/json ;', 'application/json'],
  ['', ''],
  [undefined, ''],
])('a Content-Type of %j names %j', (given, type) => {
  expect(typeIn(given)).toBe(type)
})
