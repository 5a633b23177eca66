import type { Configuration } from '../cfg/configuration.js'
import { secretFiles } from '../secrets/secrets.js'
import type { Endpoint, Places } from './places.js'

type Env = Readonly<Record<string, string | number | boolean | undefined>>

const API_POOL = 10
const JOBSERVICE_POOL = 6
/** Most blobs that a garbage collection deletes at the same time, each on a connection of its own: `MAX_GC_WORKERS` of the contracts. */
const GC_WORKERS = 10

/** Registry processes, and connections of each. More processes than this gain nothing in front of one PostgreSQL. */
function registrySize(cores: number): { workers: number; pool: number } {
  const workers = Math.min(Math.max(cores, 1), 8)
  return { workers, pool: workers <= 4 ? 6 : 4 }
}

/** Connections that all services together may open, one of each worker of the registry for its locks among them, with a few for the metadata pool of the api and an operator's psql. */
export function connectionLimit(configuration: Configuration, cores: number): number {
  const { workers, pool } = registrySize(cores)
  const jobs = JOBSERVICE_POOL + configuration.max_job_workers + GC_WORKERS
  return workers * (pool + 1) + API_POOL + jobs + 15
}

/** Environment of the three services of our own; see docs/architecture.md for each variable. */
export function serviceEnv(
  configuration: Configuration,
  places: Places,
  cores: number,
): Record<'registry' | 'api' | 'jobservice', Env> {
  const { workers, pool } = registrySize(cores)
  const token: Env = { BERTH_TOKEN_CERTIFICATE_FILE: places.secret(secretFiles.tokenCertificate) }
  const secretKey: Env = { BERTH_SECRET_KEY_FILE: places.secret(secretFiles.secretKey) }
  const storage: Env = {
    BERTH_STORAGE_ROOT: places.storageRoot,
    BERTH_STORAGE_SPOOL: places.spool,
    BERTH_STORAGE_RESERVE: configuration.storage_reserve,
  }
  const address: Env = { BERTH_EXTERNAL_URL: configuration.external_url }
  const reclaim: Env = { BERTH_RECLAIM_DELAY_SECONDS: configuration.deleted_retention_days * 86_400 }
  const outbound: Env = { BERTH_OUTBOUND_ALLOW: configuration.outbound_allow.join(',') || undefined }
  return {
    registry: {
      ...service(places.registry, 96, 8),
      ...database(places, pool),
      ...storage,
      ...token,
      ...secretKey,
      ...address,
      BERTH_REGISTRY_SOCKET: places.registry.socket,
      BERTH_REGISTRY_WORKERS: workers,
      BERTH_REGISTRY_SPARSE: configuration.sparse_manifests,
      BERTH_API_URL: `http://${places.api.address}:${places.api.port}`,
      BERTH_API_SOCKET: places.api.socket,
      BERTH_OUTBOUND_ALLOW: configuration.outbound_allow.join(',') || undefined,
    },
    api: {
      ...service(places.api, 192),
      ...database(places, API_POOL),
      ...redis(places),
      ...token,
      ...secretKey,
      ...address,
      ...reclaim,
      BERTH_API_SOCKET: places.api.socket,
      BERTH_TOKEN_PRIVATE_KEY_FILE: places.secret(secretFiles.tokenKey),
      BERTH_CA_DOWNLOAD: places.caCertificate,
      BERTH_ADMIN_PASSWORD_FILE: places.secret(secretFiles.adminPassword),
      BERTH_SELF_REGISTRATION: configuration.self_registration,
      BERTH_PROJECT_CREATION_RESTRICTION: configuration.project_creation_restriction,
      BERTH_TOKEN_EXPIRATION: configuration.token_expiration,
      BERTH_FIRST_SETTINGS_FILE: places.secret(secretFiles.firstSettings),
      BERTH_RELOAD_CONFIG: configuration.reload_config,
      ...outbound,
      BERTH_REGISTRY_URL: `http://${places.registry.address}:${places.registry.port}`,
      BERTH_JOBSERVICE_URL: `http://${places.jobservice.address}:${places.jobservice.port}`,
      BERTH_PORTAL_URL: places.proxy.url,
    },
    jobservice: {
      ...service(places.jobservice, 128),
      ...database(places, JOBSERVICE_POOL),
      ...redis(places),
      ...storage,
      ...reclaim,
      ...secretKey,
      ...outbound,
      // Nobody's request says there under which name Berth is known.
      BERTH_EXTERNAL_URL: configuration.portalUrl,
      BERTH_JOB_WORKERS: configuration.max_job_workers,
    },
  }
}

/**
 * @param heap megabytes that V8's old space may grow to
 * @param young megabytes of each half of its young generation: small ones take less memory, large ones less time. Where both halves
 *   together are more than what is left of the old space's present limit, V8 is always about to collect all of it.
 */
function service(endpoint: Endpoint, heap: number, young = 4): Env {
  return {
    NODE_ENV: 'production',
    NODE_OPTIONS: `--max-old-space-size=${heap} --max-semi-space-size=${young}`,
    MALLOC_ARENA_MAX: 2,
    BERTH_LISTEN_HOST: endpoint.host,
    BERTH_LISTEN_PORT: endpoint.port,
    BERTH_LOG_LEVEL: 'info',
  }
}

function database(places: Places, pool: number): Env {
  return {
    BERTH_DATABASE_HOST: places.postgresql.sockets ?? places.postgresql.address,
    BERTH_DATABASE_PORT: places.postgresql.port,
    BERTH_DATABASE_USER: 'berth',
    BERTH_DATABASE_PASSWORD_FILE: places.secret(secretFiles.databasePassword),
    BERTH_DATABASE_NAME: 'berth',
    BERTH_DATABASE_POOL: pool,
  }
}

function redis(places: Places): Env {
  return {
    BERTH_REDIS_HOST: places.redis.address,
    BERTH_REDIS_PORT: places.redis.port,
    BERTH_REDIS_PASSWORD_FILE: places.secret(secretFiles.redisPassword),
  }
}
