import { destinationName, type ReplicationTaskPayload } from '@berth/contracts'
import type { ReplicationPolicy } from './policies.js'

/** What is to be done with an artifact. */
export type Change = Pick<ReplicationTaskPayload, 'operation' | 'resource_type' | 'repository' | 'digest' | 'tags'>

/** As people are told of it: `dev/app:[v1,v2]`. */
function resourceOf(repository: string, { digest, tags }: Pick<Change, 'digest' | 'tags'>): string {
  return tags.length > 0 ? `${repository}:[${tags.join(',')}]` : `${repository}@${digest ?? ''}`
}

/** The payload of a change's task. */
export function taskOf({ id, namespace, replaceCount }: ReplicationPolicy, change: Change): ReplicationTaskPayload {
  const destination = destinationName(change.repository, namespace, replaceCount)
  return {
    ...change,
    policy_id: id,
    destination,
    src_resource: resourceOf(change.repository, change),
    dst_resource: resourceOf(destination, change),
  }
}
