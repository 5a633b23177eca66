export interface FaultSettings {
  /** How long clients work while things break. */
  readonly seconds: number
  readonly clients: number
  /** Size of the file system that the blob store lies on. */
  readonly diskMegabytes: number
}

/** What the environment says: `BERTH_FAULT_SECONDS`, `BERTH_FAULT_CLIENTS`. */
export function readFaultSettings(env: NodeJS.ProcessEnv): FaultSettings {
  return {
    seconds: Number(env['BERTH_FAULT_SECONDS'] ?? 150),
    clients: Number(env['BERTH_FAULT_CLIENTS'] ?? 10),
    diskMegabytes: 192,
  }
}
