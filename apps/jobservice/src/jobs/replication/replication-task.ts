import { type Actor, jobContracts, type ReplicationTaskPayload, UserError } from '@berth/contracts'
import type { Database } from '@berth/database'
import type { PostgresMetadata } from '@berth/metadata'
import { parseDigest, parseRepositoryName, parseTag, projectOf, type RepositoryName } from '@berth/oci'
import type { Endpoints, SharedConnection } from '@berth/registry-endpoints'
import type { BlobStore } from '@berth/storage'
import { copyArtifact, type ImageSource, type ImageTarget, RemoteRegistry, StoredRegistry } from '@berth/transfer'
import { defineJob, type Job, type JobContext, type JsonObject } from '../../engine/job.js'
import { CachedSource } from './cached-source.js'
import { PacedSource } from './paced-source.js'
import { pick } from './found-artifact.js'
import { makeProjectOf } from './make-project.js'
import { PolicyPaces } from './policy-paces.js'
import { findPolicy, type ReplicationPolicy } from './policies.js'
import { refuse } from './refuse.js'
import { StoredArtifacts } from './stored-artifacts.js'

/** What is sent in one request where a policy copies by chunk. */
const CHUNK = 10 * 1024 * 1024

export interface ReplicationServices {
  readonly database: Database
  readonly metadata: PostgresMetadata
  readonly store: BlobStore
  readonly endpoints: Endpoints
}

/** One artifact of a run: brought to its destination, or deleted there. What is there already is passed over. */
export function replicationTask(services: ReplicationServices): Job {
  const { database, endpoints } = services
  const paces = new PolicyPaces(database)

  async function connect(id: number): Promise<SharedConnection> {
    const connection = await endpoints.connect(id)
    if (!connection) throw new UserError('REGISTRY_NOT_FOUND', { registry: String(id) })
    return connection
  }

  /** Of a proxy cache: it may have a part of an image only. */
  async function upstreamOf(name: RepositoryName): Promise<SharedConnection | undefined> {
    const { proxy } = await services.metadata.findPolicy(name, 'now')
    return proxy && (await connect(proxy.registryId))
  }

  async function copy(
    policy: ReplicationPolicy,
    task: ReplicationTaskPayload,
    connection: SharedConnection,
    { actor, signal, report }: JobContext,
  ): Promise<JsonObject> {
    const [name, renamed] = [parseRepositoryName(task.repository), parseRepositoryName(task.destination)]
    const { metadata, store } = services
    const who = { ...actor, name: 'replication' }
    const here = new StoredRegistry(metadata, store, who)
    const there = new RemoteRegistry(connection.registry(signal), policy.copyByChunk ? CHUNK : undefined)
    const isPush = policy.sourceId === null
    if (isPush) await connection.prepare(renamed, signal)
    else await openHere(services, { repository: name, destination: renamed }, who)
    const [from, target]: [ImageSource, ImageTarget] = isPush ? [here, there] : [there, here]
    await using upstream = isPush ? await upstreamOf(name) : undefined
    const whole = upstream ? new CachedSource(from, upstream, signal) : from
    using pace = policy.speed > 0 ? await paces.use(policy) : undefined
    const source = pace ? new PacedSource(whole, pace, signal) : whole
    const { manifests, blobs, bytes, tags, kept } = await copyArtifact(source, target, {
      name,
      renamed,
      digest: task.digest === undefined ? undefined : parseDigest(task.digest),
      tags: task.tags.map(parseTag),
      mayMove: policy.override,
      signal,
      report,
    })
    report(`${manifests} manifests and ${blobs} blobs of ${bytes} bytes were copied`)
    return { manifests, blobs, bytes, tags: tags.length, kept: kept.length }
  }

  async function remove(
    policy: ReplicationPolicy,
    task: ReplicationTaskPayload,
    connection: SharedConnection,
    context: JobContext,
  ): Promise<JsonObject> {
    const { signal, report } = context
    const [name, renamed] = [parseRepositoryName(task.repository), parseRepositoryName(task.destination)]
    const { metadata } = services
    let deleted = 0
    if (task.tags.length === 0 && task.digest !== undefined) {
      const digest = parseDigest(task.digest)
      if (await metadata.findManifest(name, { digest })) report(`${name}@${digest} is here again`)
      else {
        if (await connection.registry(signal).deleteManifest(renamed, digest)) deleted += 1
        // As with tags, below: what is here again is brought back with its tags, which went with it.
        for (const found of (await new StoredArtifacts(database).find([{ repository: name, digest }])).values()) {
          const back = pick(policy.filters, found)
          if (back) await copy(policy, { ...task, digest: back.digest, tags: [...back.tags] }, connection, context)
        }
      }
      return { deleted }
    }
    for (const tag of task.tags.map(parseTag)) {
      signal.throwIfAborted()
      if (await metadata.findManifest(name, { tag })) report(`${name}:${tag} is here again`)
      else {
        const isDeleted = await connection.deleteTag(renamed, tag, signal)
        report(`${renamed}:${tag} ${isDeleted ? 'is deleted' : 'was not there'}`)
        if (isDeleted) deleted += 1
        // Pushed again meanwhile, and perhaps copied before it was deleted.
        if (await metadata.findManifest(name, { tag }))
          await copy(policy, { ...task, tags: [tag], digest: undefined }, connection, context)
      }
    }
    return { deleted }
  }

  return defineJob({
    name: 'replication-task',
    ...jobContracts['replication-task'],
    timeLimitSeconds: 86_400,
    attempts: 8,
    async run(task, context) {
      const policy = await findPolicy(database, task.policy_id)
      if (!policy) {
        context.report('the policy is gone')
        return {}
      }
      return refuse(async () => {
        await using connection = await connect(policy.sourceId ?? policy.destinationId ?? 0)
        const work = task.operation === 'copy' ? copy : remove
        return work(policy, task, connection, context)
      })
    },
  })
}

/** As a push is admitted; the project is made where there is none. @throws {UserError} */
async function openHere(
  { database, metadata, store }: ReplicationServices,
  names: { readonly repository: string; readonly destination: RepositoryName },
  actor: Actor,
): Promise<void> {
  const { destination } = names
  await store.admit()
  const { readOnly, proxy } = await metadata.findPolicy(destination, 'now')
  const project = projectOf(destination)
  if (proxy) throw new UserError('PROXY_CACHE_ONLY', { project })
  if (readOnly)
    throw new UserError('REPLICATION_REFUSED', {
      detail: readOnly === 'system' ? 'the system is read-only' : `the project ${project} is read-only`,
    })
  await makeProjectOf(database, names, actor)
  await metadata.admitUpload(destination)
}
