import type { TFunction } from 'i18next'

/** What attestations mostly state, by what the names of their predicates begin with. */
const PREDICATES = [
  ['https://slsa.dev/provenance/', 'provenance'],
  ['https://spdx.dev/Document', 'spdx'],
  ['https://cyclonedx.org/bom', 'cyclonedx'],
  ['https://openvex.dev/ns', 'vex'],
  ['https://cosign.sigstore.dev/attestation/vuln/', 'scan'],
  ['https://in-toto.io/attestation/vulns', 'scan'],
  ['https://in-toto.io/attestation/test-result/', 'tests'],
] as const

/** What an attestation states, in the reader's language; else by its own name for it. */
export function predicateName(t: TFunction, predicate: string): string {
  const known = PREDICATES.find(([start]) => predicate.startsWith(start))
  return known === undefined ? predicate : t(`artifactPage.predicates.${known[1]}`)
}
