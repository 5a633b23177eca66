export interface AccessoryTag {
  kind: 'signature' | 'attestation' | 'sbom'
  /** Of what it belongs to. */
  digest: string
}

const kinds: Readonly<Record<string, AccessoryTag['kind']>> = { sig: 'signature', att: 'attestation', sbom: 'sbom' }

/** What a tag such as `sha256-<hex>.sig` is: cosign stores what belongs to an image under the image's digest. */
export function accessoryTag(name: string): AccessoryTag | undefined {
  const [, algorithm, hex, ending = ''] = /^(sha256|sha512)-([0-9a-f]{64,128})\.(sig|att|sbom)$/.exec(name) ?? []
  const kind = kinds[ending]
  return kind === undefined ? undefined : { kind, digest: `${algorithm}:${hex}` }
}
