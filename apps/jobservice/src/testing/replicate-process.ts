/** A jobservice that replicates, as a process of its own, so that a test can kill it. Its settings come as JSON in `WORK`. */
import { Database } from '@berth/database'
import { PostgresMetadata } from '@berth/metadata'
import { Endpoints } from '@berth/registry-endpoints'
import { FilesystemBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import { createJobTable } from '../engine/job-table.js'
import { replicationListener } from '../jobs/replication/replication-listener.js'
import { replication } from '../jobs/replication/replication.js'
import { replicationTask } from '../jobs/replication/replication-task.js'
import { createJobservice, type JobserviceOptions } from '../jobservice.js'

export interface Work {
  readonly database: ConstructorParameters<typeof Database>[0]
  readonly redis: JobserviceOptions['redis']
  readonly root: string
  readonly spool: string
  readonly secretKey: string
}

const work: Work = JSON.parse(process.env['WORK'] ?? '{}')
const database = new Database({ ...work.database, poolSize: 6 })
const store = new FilesystemBlobStore({ root: work.root, spool: work.spool })
const endpoints = new Endpoints({ database, secretKey: work.secretKey, allow: ['127.0.0.1'] })
const services = { database, metadata: new PostgresMetadata(database), store, endpoints }
const jobs = [replication(database, endpoints), replicationTask(services)]

await createJobservice({
  listen: { host: '127.0.0.1', port: 0 },
  database,
  redis: work.redis,
  jobs: createJobTable(
    jobs.map(({ name }) => name),
    jobs,
  ),
  listeners: [replicationListener],
  workers: { delivery: 1, transfer: 4, scan: 1, upkeep: 1 },
  leaseSeconds: 2,
  pollMs: 50,
  graceMs: 100,
  logger: createLogger({ service: 'jobservice', level: 'error' }),
  checkSchema: async () => {},
  checkStorage: async () => {},
}).start()
