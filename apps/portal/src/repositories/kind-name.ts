import type { TFunction } from 'i18next'

export const kinds = ['IMAGE', 'CHART', 'SIGNATURE', 'SBOM', 'ATTESTATION', 'WASM', 'CNAI', 'ARTIFACT'] as const

/** What an artifact is, in the reader's language; a type that is not known here is called as the server calls it. */
export function kindName(t: TFunction, type: string): string {
  const known = kinds.find((kind) => kind === type)
  return known === undefined ? type : t(`artifact.kinds.${known}`)
}
