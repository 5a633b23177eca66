export type InstallationKind = 'native' | 'compose'

/** Where an installation is, or is to be. Plain data, because it crosses processes. */
export interface InstallationPlan {
  readonly kind: InstallationKind
  /** Where `install.sh`, `berth` and, for compose, `docker-compose.yml` lie. */
  readonly folder: string
  /** Temporary folder of the whole run; scenarios make theirs below it. */
  readonly work: string
  readonly home: string
  /** PATH that the installation's scripts get. */
  readonly path: string
  readonly httpPort: number
  /** What the ports of 127.0.0.1 begin with, at which a native installation's services listen, or the log container. */
  readonly portBase: number
  readonly dataVolume: string
  readonly logLocation: string
  readonly adminPassword: string
}

/** What the set-up tells the scenarios about the installation under test. */
export interface InstallationFacts extends InstallationPlan {
  /** All that `install.sh` printed. */
  readonly installOutput: string
  /** Images that the Docker Engine pulled from registries elsewhere while `install.sh` ran. */
  readonly imagesFetched: readonly string[]
}

declare module 'vitest' {
  export interface ProvidedContext {
    installation: InstallationFacts
  }
}
