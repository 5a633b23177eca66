/** How to reach PostgreSQL. `host` may be a folder that holds a unix socket; `poolSize` counts connections per process. */
export interface DatabaseSettings {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password?: string | undefined
  readonly database: string
  readonly poolSize: number
}
