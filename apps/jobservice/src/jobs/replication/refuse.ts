import { UserError } from '@berth/contracts'
import { DistributionError } from '@berth/oci'
import { OutboundError } from '@berth/outbound'
import { RegistryError } from '@berth/registry-client'
import { SealError } from '@berth/registry-endpoints'
import { CopyError } from '@berth/transfer'

/** Does it, and says of a failure whether trying again can help: what a person has to mend is a {@link UserError}. */
export async function refuse<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (isOfPeople(error)) throw new UserError('REPLICATION_REFUSED', { detail: error.message }, { cause: error })
    throw error
  }
}

function isOfPeople(error: unknown): error is Error {
  if (error instanceof RegistryError || error instanceof OutboundError) return !error.isTransient
  // There was no room in memory: what is at work now has made some by then.
  if (error instanceof DistributionError && error.code === 'TOOMANYREQUESTS') return false
  return error instanceof DistributionError || error instanceof CopyError || error instanceof SealError
}
