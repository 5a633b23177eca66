import type { Access, Provider } from './provider.js'

/** How one connects: what decides whom is believed to be the registry. */
export interface Trust {
  readonly verifyCertificate: boolean
  /** In PEM; trusted beside what the system trusts. Empty: none. */
  readonly authority: string
}

/** A registry elsewhere, with its secret. */
export interface Endpoint extends Trust {
  /** Absent for one that is tried out before it is stored. */
  readonly id?: number
  readonly name: string
  readonly provider: Provider
  readonly access: Access
  /** Counts its changes. */
  readonly version: number
}
