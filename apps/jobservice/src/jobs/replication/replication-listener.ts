import { isNameReplicated, replicatedTags, type ReplicationCandidate, replicationSubject } from '@berth/contracts'
import type { Transaction } from '@berth/database'
import type { DispatchedEvent, Listener, NewExecution } from '../../engine/events/listener.js'
import type { FoundArtifact } from './found-artifact.js'
import { listPoliciesByEvents, type ReplicationPolicy } from './policies.js'
import { listSourcesOfRuns } from './runs.js'
import { StoredArtifacts } from './stored-artifacts.js'
import { type Change, copiesOf, resourceTypeOf } from './task-of.js'

const heard = [
  'artifact.pushed',
  'artifact.restored',
  'artifact.labelled',
  'artifact.deleted',
  'tag.created',
  'tag.restored',
  'tag.deleted',
  'repository.deleted',
] as const
type Heard = DispatchedEvent<Exclude<(typeof heard)[number], 'repository.deleted'>>
type Deleted = DispatchedEvent<'repository.deleted'>

/** What an event is about. `tags`: none where it is about the artifact as a whole. */
interface Told {
  readonly repository: string
  readonly digest: string
  readonly tags: readonly string[]
  readonly isDeletion: boolean
  /** Of an artifact that went with these. */
  readonly lost?: readonly string[]
  /** The registry that it has just come from. */
  readonly from: number | undefined
}

/** Changes of one run. */
const CHANGES = 1000

/** Starts the policies that are to follow what happens here: one run for all that has happened at once. */
export const replicationListener: Listener<(typeof heard)[number]> = {
  name: 'replication',
  events: heard,
  jobs: ['replication'],
  async find(transaction, events) {
    const policies = await listPoliciesByEvents(transaction)
    const artifacts = new StoredArtifacts(transaction)
    const ended = events.filter((event): event is Deleted => event.type === 'repository.deleted')
    const held = await heldBy(artifacts, ended)
    const known = events.filter(
      (event): event is Heard =>
        event.type !== 'repository.deleted' &&
        policies.some((one) => isNameReplicated(one.filters, event.payload.repository)),
    )
    const from = await sourcesOf(transaction, known)
    const told = known.flatMap((event) => readEvent(event, from.get(event.id)) ?? [])
    const [copied, deleted] = [told.filter((one) => !one.isDeletion), told.filter((one) => one.isDeletion)]
    const [there, gone] = [await artifacts.find(copied), await artifacts.findGone(deleted)]
    return policies.flatMap((policy) => {
      const changes = [
        ...copied.flatMap((one) => changesOf(policy, one, there)),
        ...(policy.deletion ? deleted.flatMap((one) => deletionsOf(policy, one, gone.get(keyOf(one)))) : []),
        ...(policy.deletion ? held.flatMap(({ told, found }) => deletionsOf(policy, told, found)) : []),
      ]
      return runsOf(policy, changes)
    })
  },
}

/** What deleted repositories held: each is a deletion of its own. */
async function heldBy(
  artifacts: StoredArtifacts,
  ended: readonly Deleted[],
): Promise<{ readonly told: Told; readonly found: Judged }[]> {
  if (ended.length === 0) return []
  const gone = await artifacts.takeGone(ended.map(({ payload }) => payload.repository_id))
  return ended.flatMap(({ payload: { repository, repository_id } }) =>
    (gone.get(repository_id) ?? []).map(({ digest, tags, labels, image }) => ({
      told: { repository, digest, tags: [], isDeletion: true, lost: tags, from: undefined },
      found: { repository, labels, isImage: image },
    })),
  )
}

/** What a replication brought is not sent back to where it came from. */
async function sourcesOf(transaction: Transaction, events: readonly Heard[]): Promise<ReadonlyMap<string, number>> {
  const tasks = new Map(
    events.flatMap(({ id, actor }) =>
      actor.kind === 'system' && actor.name === 'replication' && actor.id !== undefined
        ? [[id, actor.id] as const]
        : [],
    ),
  )
  if (tasks.size === 0) return new Map()
  const sources = await listSourcesOfRuns(transaction, [...new Set(tasks.values())])
  return new Map([...tasks].flatMap(([id, task]) => (sources.has(task) ? [[id, sources.get(task) ?? 0]] : [])))
}

function readEvent({ type, payload }: Heard, from: number | undefined): Told | undefined {
  const { repository, digest } = payload
  const place = { repository, digest, from }
  switch (type) {
    case 'artifact.deleted':
      return { ...place, tags: [], isDeletion: true, lost: payload.tags }
    case 'tag.deleted':
      return payload.with_artifact ? undefined : { ...place, tags: [payload.tag], isDeletion: true }
    case 'tag.created':
    case 'tag.restored':
      return { ...place, tags: [payload.tag], isDeletion: false }
    case 'artifact.labelled':
      return { ...place, tags: [], isDeletion: false }
    case 'artifact.pushed':
    case 'artifact.restored':
      return { ...place, tags: payload.tags, isDeletion: false }
  }
}

const keyOf = ({ repository, digest }: Told) => `${repository}@${digest}`

/** What filters ask beside tags. */
type Judged = Pick<ReplicationCandidate, 'repository' | 'labels' | 'isImage'>

/** What is about another artifact brings that one, with all that is about it. */
function changesOf(policy: ReplicationPolicy, told: Told, there: ReadonlyMap<string, FoundArtifact>): Change[] {
  if (told.from !== undefined && told.from === policy.destinationId) return []
  const found = there.get(keyOf(told))
  if (!found) return []
  const tags = found.digest === told.digest && told.tags.length > 0 ? told.tags : found.tags
  const passing = replicatedTags(policy.filters, { ...found, tags })
  return passing ? copiesOf(found, passing) : []
}

function deletionsOf(policy: ReplicationPolicy, told: Told, found: Judged | undefined): Change[] {
  const { repository, digest } = told
  if (!found) return []
  const passing = replicatedTags(policy.filters, { ...found, tags: told.lost ?? told.tags })
  if (!passing) return []
  return [
    {
      operation: 'deletion',
      resource_type: resourceTypeOf(found),
      repository,
      digest,
      tags: told.lost ? [] : [...passing],
    },
  ]
}

function runsOf({ id }: ReplicationPolicy, changes: readonly Change[]): NewExecution[] {
  const distinct = [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()]
  return Array.from({ length: Math.ceil(distinct.length / CHANGES) }, (_, part) => ({
    job: 'replication',
    subject: replicationSubject(id),
    payload: { policy_id: id, changes: distinct.slice(part * CHANGES, (part + 1) * CHANGES) },
  }))
}
