export interface Fault {
  /** Dotted path of the key. */
  readonly path: string
  /** `line 12` or the name of an environment variable; absent for a key that is missing. */
  readonly where?: string
  readonly message: string
}

const describe = ({ path, where, message }: Fault): string =>
  `${path === '' ? 'the file' : path}${where === undefined ? '' : ` (${where})`}: ${message}`

/** The configuration cannot be used. Names every fault, not only the first. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  ${describe(fault)}`).join('\n')}`)
    this.faults = faults
  }
}
