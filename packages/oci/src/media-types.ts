export const mediaTypes = {
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerManifestList: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerConfig: 'application/vnd.docker.container.image.v1+json',
  ociManifest: 'application/vnd.oci.image.manifest.v1+json',
  ociIndex: 'application/vnd.oci.image.index.v1+json',
  ociConfig: 'application/vnd.oci.image.config.v1+json',
  ociEmpty: 'application/vnd.oci.empty.v1+json',
  helmConfig: 'application/vnd.cncf.helm.config.v1+json',
  helmChart: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
  octetStream: 'application/octet-stream',
} as const

const schema1 = /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/
const nonDistributable = /^application\/vnd\.(?:oci\.image\.layer\.nondistributable\.|docker\.image\.rootfs\.foreign\.)/
/** Layers of signatures (cosign, notation), attestations (in-toto, in an envelope or plain) and bundles of them. Nothing runs these. */
const statement =
  /^application\/(?:vnd\.dev\.cosign\.simplesigning\.|vnd\.dev\.sigstore\.bundle|vnd\.dsse\.envelope\.|vnd\.in-toto\+|jose\+json$|cose$)/
const signature = /^application\/vnd\.(?:dev\.cosign\.|cncf\.notary\.|dev\.sigstore\.bundle)/

export function isSchema1(mediaType: string): boolean {
  return schema1.test(mediaType)
}

export function isIndexType(mediaType: string): boolean {
  return mediaType === mediaTypes.ociIndex || mediaType === mediaTypes.dockerManifestList
}

export function isImageType(mediaType: string): boolean {
  return mediaType === mediaTypes.ociManifest || mediaType === mediaTypes.dockerManifest
}

/** Layers that the specification lets a client keep to itself. */
export function isNonDistributable(mediaType: string): boolean {
  return nonDistributable.test(mediaType)
}

export function isImageConfig(mediaType: string | undefined): boolean {
  return mediaType === mediaTypes.ociConfig || mediaType === mediaTypes.dockerConfig
}

export function isStatementType(mediaType: string): boolean {
  return statement.test(mediaType)
}

export function isSignatureType(mediaType: string): boolean {
  return signature.test(mediaType)
}
