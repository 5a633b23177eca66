/** Requests that differ in nothing but the path. */
export interface RequestLoad {
  readonly url: string
  /** Asked for in turn. */
  readonly paths: readonly string[]
  readonly authorization: string | undefined
  readonly accept: string
  readonly connections: number
  readonly seconds: number
}
