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

/** The type that a `Content-Type` names: without parameters, and in lower case, because types have none (RFC 9110, 8.3.1). */
export const typeIn = (contentType = ''): string => (contentType.split(';')[0] ?? '').trim().toLowerCase()

const isOneOf =
  (...types: readonly string[]) =>
  (mediaType: string | undefined): boolean =>
    mediaType !== undefined && types.includes(mediaType.toLowerCase())

const schema1 = /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/i
const nonDistributable =
  /^application\/vnd\.(?:oci\.image\.layer\.nondistributable\.|docker\.image\.rootfs\.foreign\.)/i
/** Layers of signatures (cosign, notation), attestations (in-toto, in an envelope or plain) and bundles of them. Nothing runs these. */
const statement =
  /^application\/(?:vnd\.dev\.cosign\.simplesigning\.|vnd\.dev\.sigstore\.bundle|vnd\.dsse\.envelope\.|vnd\.in-toto\+|jose\+json$|cose$)/i
const signature = /^application\/vnd\.(?:dev\.cosign\.|cncf\.notary\.|dev\.sigstore\.bundle)/i

export function isSchema1(mediaType: string): boolean {
  return schema1.test(mediaType)
}

export const isIndexType = isOneOf(mediaTypes.ociIndex, mediaTypes.dockerManifestList)
export const isImageType = isOneOf(mediaTypes.ociManifest, mediaTypes.dockerManifest)

/** Layers that the specification lets a client keep to itself. */
export function isNonDistributable(mediaType: string): boolean {
  return nonDistributable.test(mediaType)
}

export const isImageConfig = isOneOf(mediaTypes.ociConfig, mediaTypes.dockerConfig)
export const isChartConfig = isOneOf(mediaTypes.helmConfig)
export const isChartArchive = isOneOf(mediaTypes.helmChart)

export function isStatementType(mediaType: string): boolean {
  return statement.test(mediaType)
}

export function isSignatureType(mediaType: string): boolean {
  return signature.test(mediaType)
}
