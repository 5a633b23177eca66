import { matchesPattern } from '@berth/contracts'
import type { AdvisoryLocks } from '@berth/database'
import type { PostgresMetadata, ProxyRecords, ProxySettings } from '@berth/metadata'
import { isRepositoryName, pathInProject, type RepositoryName } from '@berth/oci'
import { OutboundError } from '@berth/outbound'
import { RegistryError, type RegistryClient } from '@berth/registry-client'
import type { Endpoints } from '@berth/registry-endpoints'
import type { BlobStore } from '@berth/storage'
import type { EndpointRest } from './endpoint-rest.js'
import type { Flights } from './flights.js'
import { takeSlot } from './slots.js'
import { readFailure, UpstreamError } from './upstream-error.js'

/** What proxied projects work with. */
export interface ProxyServices {
  readonly metadata: PostgresMetadata
  readonly records: ProxyRecords
  readonly blobs: BlobStore
  readonly endpoints: Pick<Endpoints, 'connect'>
  readonly locks: AdvisoryLocks
  readonly flights: Flights
  readonly rest: EndpointRest
}

/** Asked once: whoever waits has no time for more, and what is at hand may do. */
const ATTEMPTS = 1
/** Milliseconds for an answer that is short. */
const SHORT = 15_000

/** A question to a project's upstream. */
export interface Question {
  readonly settings: ProxySettings
  readonly name: RepositoryName
  /** Whether the answer may take as long as it takes. */
  readonly isLong?: AbortSignal
}

/**
 * Asks the registry that a project has its content from.
 *
 * @returns undefined where it has no such thing, or must not be asked for the repository
 * @throws {UpstreamError} where it gives no answer of use
 */
export async function ask<T>(
  services: ProxyServices,
  { settings, name, isLong }: Question,
  work: (client: RegistryClient, name: RepositoryName) => Promise<T>,
): Promise<T | undefined> {
  const { registryId } = settings
  const path = pathInProject(name)
  if (!isRepositoryName(path) || !(await isWithin(services, settings, path))) return undefined
  services.rest.require(registryId)
  await using connection = await services.endpoints.connect(registryId)
  if (!connection) throw new UpstreamError('the registry that the project has its content from is gone')
  await using _slot = await takeSlot(services.locks, settings)
  const { provider, access } = connection.endpoint
  try {
    const answer = await work(
      connection.registry(isLong ?? AbortSignal.timeout(SHORT), isLong ? undefined : ATTEMPTS),
      provider.fullName?.(path) ?? path,
    )
    services.rest.answered(registryId)
    return answer
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    const failure = isLate
      ? new UpstreamError(`${access.url.host} does not answer`)
      : readFailure(error, access.url.host)
    if (!failure) return undefined
    if (isOfEndpoint(failure, isLong !== undefined)) services.rest.failed(registryId, failure)
    throw failure
  }
}

/** Whether others would meet the same: one transfer that breaks off, or one thing that is spoilt, says nothing of the rest. */
function isOfEndpoint({ reason, cause }: UpstreamError, isTransfer: boolean): boolean {
  if (reason === 'too many') return true
  if (cause instanceof RegistryError) return cause.isOfSignIn || cause.status >= 500
  if (cause instanceof OutboundError) return !isTransfer && cause.isTransient
  return !isTransfer
}

async function isWithin({ records }: ProxyServices, { filter }: ProxySettings, path: string): Promise<boolean> {
  if (!filter) return true
  return filter.kind === 'doublestar'
    ? matchesPattern(filter.pattern, path)
    : records.matchesExpression(path, `^(?:${filter.pattern})$`)
}
