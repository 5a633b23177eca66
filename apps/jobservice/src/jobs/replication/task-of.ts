import { destinationName, type ReplicationTaskPayload } from '@berth/contracts'
import type { FoundArtifact } from './found-artifact.js'
import type { ReplicationPolicy } from './policies.js'

/** What is to be done with an artifact. */
export type Change = Pick<ReplicationTaskPayload, 'operation' | 'resource_type' | 'repository' | 'digest' | 'tags'>

/** Tags of one task. */
const TAGS = 100

export const resourceTypeOf = ({ isImage }: Pick<FoundArtifact, 'isImage'>) => (isImage ? 'image' : 'artifact')

/** Brings an artifact with these tags: one task, or several where there are many tags. */
export function copiesOf(
  { repository, digest, isImage }: Pick<FoundArtifact, 'repository' | 'digest' | 'isImage'>,
  tags: readonly string[],
): Change[] {
  const change = { operation: 'copy', resource_type: resourceTypeOf({ isImage }), repository, digest } as const
  return Array.from({ length: Math.max(1, Math.ceil(tags.length / TAGS)) }, (_, part) => ({
    ...change,
    tags: tags.slice(part * TAGS, (part + 1) * TAGS),
  }))
}

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
