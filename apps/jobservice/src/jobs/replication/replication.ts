import { destinationName, isNameReplicated, jobContracts, narrowestName, UserError } from '@berth/contracts'
import type { Database } from '@berth/database'
import { isRepositoryName, type RepositoryName } from '@berth/oci'
import type { Endpoints } from '@berth/registry-endpoints'
import { defineJob, type Job, type JobContext, SkippedError } from '../../engine/job.js'
import { ArtifactsElsewhere } from './artifacts-elsewhere.js'
import { refuse } from './refuse.js'
import { type ArtifactSource, pick } from './found-artifact.js'
import { findPolicy, type ReplicationPolicy } from './policies.js'
import { beginRun, findRunBefore } from './runs.js'
import { StoredArtifacts } from './stored-artifacts.js'
import { type Change, copiesOf, taskOf } from './task-of.js'

/** A run of a policy: a task for each artifact that it is about, or that has changed. */
export function replication(database: Database, endpoints: Endpoints): Job {
  return defineJob({
    name: 'replication',
    ...jobContracts.replication,
    timeLimitSeconds: 21_600,
    attempts: 8,
    tellsSkips: true,
    async run({ policy_id, changes }, context) {
      const policy = await findPolicy(database, policy_id)
      if (!policy?.enabled) {
        context.report(policy ? 'the policy is switched off' : 'the policy is gone')
        return { tasks: 0 }
      }
      if (!changes && policy.isAlone) {
        const before = await findRunBefore(database, policy.id, Number(context.actor.id))
        if (before !== undefined) throw new SkippedError(`skipped: run ${before} has not ended`)
      }
      await beginRun(database, context.actor.id)
      const spawn = (change: Change) => context.spawn('replication-task', taskOf(policy, change))
      if (changes) {
        await requireOwnNames(database, policy, changes)
        for (const change of changes) await spawn(change)
        return { tasks: changes.length }
      }
      await using source = await open(database, endpoints, policy, context.signal)
      return { tasks: await refuse(() => spawnAll(source.artifacts, policy, context, spawn)) }
    },
  })
}

async function open(database: Database, endpoints: Endpoints, policy: ReplicationPolicy, signal: AbortSignal) {
  if (policy.sourceId === null)
    return { artifacts: new StoredArtifacts(database), [Symbol.asyncDispose]: async () => {} }
  const connection = await refuse(() => endpoints.connect(policy.sourceId ?? 0))
  if (!connection) throw new UserError('REGISTRY_NOT_FOUND', { registry: String(policy.sourceId) })
  return {
    artifacts: new ArtifactsElsewhere(connection, policy.filters.isOfImages, signal),
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  }
}

async function spawnAll(
  source: ArtifactSource,
  policy: ReplicationPolicy,
  { signal, report }: JobContext,
  spawn: (change: Change) => Promise<void>,
): Promise<number> {
  const { filters } = policy
  const names = await namesOf(source, policy, signal)
  report(`${names.length} repositories`)
  let tasks = 0
  for (const repository of names) {
    for await (const found of source.artifacts(repository)) {
      signal.throwIfAborted()
      const artifact = pick(filters, found)
      if (!artifact) continue
      for (const change of copiesOf(artifact, artifact.tags)) {
        await spawn(change)
        tasks += 1
      }
    }
  }
  report(`${tasks} tasks`)
  return tasks
}

/** Of the repositories that the policy is about, each once. @throws {UserError} REPLICATION_COLLISION, REPLICATION_NAME before anything is copied */
async function namesOf(
  source: ArtifactSource,
  { filters, namespace, replaceCount }: ReplicationPolicy,
  signal: AbortSignal,
): Promise<RepositoryName[]> {
  const sources = new Map<string, RepositoryName>()
  for await (const name of source.repositories(narrowestName(filters))) {
    signal.throwIfAborted()
    if (!isNameReplicated(filters, name)) continue
    const destination = destinationName(name, namespace, replaceCount)
    if (!isRepositoryName(destination)) throw new UserError('REPLICATION_NAME', { repository: name, destination })
    const other = sources.get(destination)
    if (other !== undefined && other !== name)
      throw new UserError('REPLICATION_COLLISION', { first: other, second: name, destination })
    sources.set(destination, name)
  }
  return [...sources.values()]
}

/** As {@link namesOf} for what has changed: no other repository here may become what one of these becomes. */
async function requireOwnNames(
  database: Database,
  policy: ReplicationPolicy,
  changes: readonly Change[],
): Promise<void> {
  const { filters, namespace, replaceCount } = policy
  if (namespace === '' || replaceCount === 0) return
  const changed = new Map(
    changes.map(({ repository }) => [destinationName(repository, namespace, replaceCount), repository]),
  )
  for await (const name of new StoredArtifacts(database).repositories(narrowestName(filters))) {
    const destination = destinationName(name, namespace, replaceCount)
    const first = changed.get(destination)
    if (first !== undefined && first !== name && isNameReplicated(filters, name))
      throw new UserError('REPLICATION_COLLISION', { first, second: name, destination })
  }
}
