/** Something in the configuration that stops the installation, or (as a warning) that the operator should know. */
export interface Fault {
  /** Where it stands, for example `harbor.cfg:12`; without a line where the key is absent. */
  readonly where: string
  readonly key?: string
  readonly message: string
}

/** `harbor.cfg:12: http_port: …`, the form in which editors find the place. */
export function describeFault(fault: Fault): string {
  return [fault.where, fault.key, fault.message].filter((part) => part !== undefined).join(': ')
}
