import { randomUUID } from 'node:crypto'
import { buildServer, createManifestCache, UploadIds } from '@berth/data-plane'
import { Endpoints } from '@berth/registry-endpoints'
import { createLogger } from '@berth/telemetry'
import { freePort, OciClient, secretKey, startRedis, waitUntil } from '@berth/testkit'
import { replicationListener } from '../jobs/replication/replication-listener.js'
import { replication } from '../jobs/replication/replication.js'
import { replicationTask } from '../jobs/replication/replication-task.js'
import { retention } from '../jobs/retention/retention.js'
import { retentionRepository } from '../jobs/retention/retention-repository.js'
import type { JobserviceOptions } from '../jobservice.js'
import { startJobservice } from './jobservice-under-test.js'
import { startContent, type TestContent } from './start-content.js'

/** Lets everybody do everything. */
const open = {
  identify: async () => ({ subject: 'elsewhere', may: () => true, mentions: () => true, named: [] }),
  challenge: () => 'Basic realm="open"',
}

export interface Task {
  readonly id: string
  readonly job: string
  readonly status: string
  readonly trigger: string
  readonly error: string | null
  readonly result: Readonly<Record<string, unknown>> | null
  readonly src_resource: string | null
  readonly dst_resource: string | null
}

export type TestBerth = Awaited<ReturnType<typeof startBerth>>

/** A small Berth: a registry that is open to everybody, and a jobservice that replicates. */
export async function startBerth(stack: AsyncDisposableStack) {
  const content: TestContent = await startContent(stack)
  const { database, db, metadata, store } = content
  const redis = stack.use(await startRedis())
  const endpoints = stack.use(new Endpoints({ database: db, secretKey, allow: ['127.0.0.1'] }))

  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await database.pool.query<Row>(text, values)).rows

  /** A registry, which can be ended and started again at the same place. */
  async function serve() {
    const app = buildServer(
      {
        metadata,
        blobs: store,
        authenticator: open,
        manifests: createManifestCache(1_000_000),
        uploadIds: new UploadIds(secretKey),
        allowSparseIndexes: true,
      },
      createLogger({ service: 'registry', level: 'error' }),
    )
    const url = await app.listen({ host: '127.0.0.1', port })
    const end = async () => {
      const closed = app.close()
      app.server.closeAllConnections()
      await closed
    }
    return { url, end }
  }
  const port = await freePort()
  let registry = await serve()
  const { url } = registry
  stack.defer(() => registry.end())
  const restart = async () => {
    await registry.end()
    registry = await serve()
  }

  const jobs = [
    replication(db, endpoints),
    replicationTask({ database: db, metadata, store, endpoints }),
    retention(db),
    retentionRepository(db, 3600),
  ]
  const work = (under = stack, changes: Partial<JobserviceOptions> = {}) =>
    startJobservice(under, { database, redis }, jobs, { listeners: [replicationListener], ...changes })

  /** A policy whose other end is at `url`. */
  async function addPolicy(url: string, columns: Readonly<Record<string, unknown>> & { readonly pull?: true } = {}) {
    const { pull, filters = [], kind = 'docker-registry', ...more } = columns
    const [{ id: endpoint } = { id: 0 }] = await query<{ id: number }>(
      'insert into registry_endpoint (name, type, url) values ($1, $2, $3) returning id',
      [randomUUID(), kind, url],
    )
    const given = { name: randomUUID(), filters: JSON.stringify(filters), ...more }
    const names = [pull ? 'src_registry_id' : 'dest_registry_id', ...Object.keys(given)]
    const [{ id } = { id: 0 }] = await query<{ id: number }>(
      `insert into replication_policy (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')}) returning id`,
      [endpoint, ...Object.values(given)],
    )
    return { id, endpoint }
  }

  async function start(policyId: number): Promise<string> {
    const [row] = await query<{ id: string }>(
      `insert into job_execution (job, class, subject_kind, subject_id, trigger, payload)
       values ('replication', 'transfer', 'replication', $1, 'manual', $2) returning id`,
      [policyId, { policy_id: policyId }],
    )
    return row?.id ?? ''
  }

  /** Of a policy, in the order in which they were added. */
  const tasks = (policyId: number) =>
    query<Task>(
      `select id, job, status, trigger, error, result, payload->>'src_resource' as src_resource, payload->>'dst_resource' as dst_resource
       from job_execution where subject_kind = 'replication' and subject_id = $1 order by id`,
      [policyId],
    )

  const untilEnded = async (policyId: number, runs = 1, timeoutMs = 60_000) =>
    waitUntil(
      async () => {
        const all = await tasks(policyId)
        return (
          all.filter(({ job }) => job === 'replication').length >= runs &&
          all.every(({ status }) => status !== 'pending' && status !== 'running') &&
          all
        )
      },
      { what: `${runs} runs have ended`, timeoutMs },
    )

  const run = async (policyId: number) => {
    await start(policyId)
    return untilEnded(policyId)
  }

  /** Digests by `name:tag`. */
  const tags = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (
        await query<{ name: string; digest: string }>(
          `select r.name || ':' || t.name as name, a.digest from tag t join repository r on r.id = t.repository_id
           join artifact a on a.id = t.artifact_id order by 1`,
        )
      ).map(({ name, digest }) => [name, digest]),
    )

  const logOf = async (execution: string) =>
    (await query<{ text: string }>('select text from job_log where execution_id = $1 order by id', [execution]))
      .map(({ text }) => text)
      .join('')

  const client = new OciClient(url)
  const push = (name: string, tag: string, image?: Parameters<OciClient['pushImage']>[2]) =>
    client.pushImage(name, tag, image)
  const parts = { database, redis }
  return {
    ...content,
    url,
    client,
    push,
    query,
    work,
    addPolicy,
    start,
    run,
    tasks,
    untilEnded,
    tags,
    logOf,
    restart,
    parts,
  }
}
