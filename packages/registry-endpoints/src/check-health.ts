import { storable } from '@berth/database'
import { OutboundError } from '@berth/outbound'
import { RegistryError } from '@berth/registry-client'
import { SealError } from '@berth/secrets'
import type { Connection } from './connection.js'

/** Whether an endpoint answers whoever is set up; where it does not, why. */
export interface Health {
  readonly status: 'healthy' | 'unhealthy'
  /** Empty where it is healthy. */
  readonly detail: string
}

/** For the whole check: somebody waits for it. */
const PATIENCE_MS = 10_000

/** Asks an endpoint whether it is a registry that lets in whoever is set up. */
export async function checkHealth(
  connection: Pick<Connection, 'registry'>,
  signal: AbortSignal = AbortSignal.timeout(PATIENCE_MS),
): Promise<Health> {
  try {
    await connection.registry(signal).ping()
    return { status: 'healthy', detail: '' }
  } catch (error) {
    return { status: 'unhealthy', detail: detailOf(error, signal) }
  }
}

function detailOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return `It did not answer within ${PATIENCE_MS / 1000} s.`
  if (error instanceof OutboundError || error instanceof RegistryError || error instanceof SealError)
    return storable(error.message.slice(0, 500))
  throw error
}
