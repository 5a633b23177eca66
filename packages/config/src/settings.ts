import { z } from 'zod'
import { areCertificates } from './certificates.js'
import { fromDigits, wholeNumber } from './digits.js'
import { readSettings } from './read-settings.js'

const port = fromDigits(wholeNumber().min(1).max(65_535))
const positive = fromDigits(wholeNumber().positive())

/** Where and how a service listens, and how much it logs. */
export const serviceSettings = () =>
  readSettings(
    z.object({
      host: z.string().default('127.0.0.1'),
      port,
      logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
    }),
    { host: 'BERTH_LISTEN_HOST', port: 'BERTH_LISTEN_PORT', logLevel: 'BERTH_LOG_LEVEL' },
  )

/** PostgreSQL connection. `host` may be a folder that holds a unix socket. `poolSize` counts connections per process. */
export const databaseSettings = () =>
  readSettings(
    z.object({
      host: z.string(),
      port: port.default(5432),
      user: z.string().default('berth'),
      password: z.string().optional(),
      database: z.string().default('berth'),
      poolSize: positive.default(8),
    }),
    {
      host: 'BERTH_DATABASE_HOST',
      port: 'BERTH_DATABASE_PORT',
      user: 'BERTH_DATABASE_USER',
      password: 'BERTH_DATABASE_PASSWORD',
      database: 'BERTH_DATABASE_NAME',
      poolSize: 'BERTH_DATABASE_POOL',
    },
  )

/** Redis connection. */
export const redisSettings = () =>
  readSettings(
    z.object({
      host: z.string(),
      port: port.default(6379),
      password: z.string().optional(),
      database: fromDigits(wholeNumber().min(0)).default(0),
    }),
    {
      host: 'BERTH_REDIS_HOST',
      port: 'BERTH_REDIS_PORT',
      password: 'BERTH_REDIS_PASSWORD',
      database: 'BERTH_REDIS_DATABASE',
    },
  )

/**
 * Blob store. `root` holds Distribution's tree (`docker/registry/v2/blobs`); `spool` lies on the same file system. `reserve`: bytes of its
 * disk that uploads leave free, `auto`: by the disk's size.
 */
export const storageSettings = () =>
  readSettings(
    z.object({
      root: z.string().startsWith('/'),
      spool: z.string().startsWith('/'),
      reserve: z
        .literal('auto')
        .or(fromDigits(wholeNumber().min(0)))
        .default('auto'),
    }),
    { root: 'BERTH_STORAGE_ROOT', spool: 'BERTH_STORAGE_SPOOL', reserve: 'BERTH_STORAGE_RESERVE' },
  )

/**
 * Registry tokens. `certificate` verifies (PEM text), `privateKey` signs (PEM text; only the api has it).
 * `service` and `issuer` are the names that clients of Harbor expect.
 */
export const tokenVerifierSettings = () =>
  readSettings(
    z.object({
      certificate: z.string(),
      service: z.string().default('harbor-registry'),
      issuer: z.string().default('harbor-token-issuer'),
    }),
    { certificate: 'BERTH_TOKEN_CERTIFICATE', service: 'BERTH_TOKEN_SERVICE', issuer: 'BERTH_TOKEN_ISSUER' },
  )

export const tokenSignerSettings = () =>
  readSettings(z.object({ privateKey: z.string() }), { privateKey: 'BERTH_TOKEN_PRIVATE_KEY' })

/** The address clients use, when it is fixed, without a slash at its end; absent, it follows the request (`X-Forwarded-*`, `Host`). */
export const externalUrlSettings = () =>
  readSettings(
    z.object({
      externalUrl: z
        .url()
        .transform((url) => url.replace(/\/+$/, ''))
        .optional(),
    }),
    { externalUrl: 'BERTH_EXTERNAL_URL' },
  )

/** A key of this installation, 32 random bytes in hex: keyed hashes, grants between proxy and registry, sessions. */
export const secretKeySettings = () =>
  readSettings(z.object({ secretKey: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits') }), {
    secretKey: 'BERTH_SECRET_KEY',
  })

/** `true`/`on`/`1` and `false`/`off`/`0`, as harbor.cfg and people write them. */
export const flagText = z.stringbool({ truthy: ['true', 'on', 'yes', '1'], falsy: ['false', 'off', 'no', '0'] })

/**
 * First values of what administrators may change later; those of settings are read by the api, whose table names their variables.
 * They reach the database on the first start; with `reload` on each. `adminPassword` is used once, when the administrator does not
 * exist yet.
 */
export const seedSettings = () =>
  readSettings(z.object({ adminPassword: z.string().optional(), reload: flagText.default(false) }), {
    adminPassword: 'BERTH_ADMIN_PASSWORD',
    reload: 'BERTH_RELOAD_CONFIG',
  })

/**
 * `workers`: processes that serve; by default one per processor. `sparse`: which manifests may name what the repository does not
 * hold: none, indexes (as copying one platform of many leaves them), or all. `socket`: path of a Unix domain socket that it serves as well;
 * where there is one, what a request says of the proxy is believed over it alone. The api is asked at `apiUrl`, or over `apiSocket`.
 */
export const registrySettings = () =>
  readSettings(
    z.object({
      workers: fromDigits(wholeNumber().positive().max(64)).optional(),
      sparse: z.enum(['off', 'indexes', 'all']).default('indexes'),
      socket: z.string().optional(),
      apiUrl: z.url().default('http://127.0.0.1:15080'),
      apiSocket: z.string().optional(),
    }),
    {
      workers: 'BERTH_REGISTRY_WORKERS',
      sparse: 'BERTH_REGISTRY_SPARSE',
      socket: 'BERTH_REGISTRY_SOCKET',
      apiUrl: 'BERTH_API_URL',
      apiSocket: 'BERTH_API_SOCKET',
    },
  )

/** `caDownload`: path of the root certificate that clients may download; nothing need be there. */
export const caDownloadSettings = () =>
  readSettings(z.object({ caDownload: z.string().startsWith('/').optional() }), { caDownload: 'BERTH_CA_DOWNLOAD' })

/** Where the api finds the other services when it is asked how they are. */
export const componentSettings = () =>
  readSettings(
    z.object({
      registryUrl: z.url().default('http://127.0.0.1:15000'),
      jobserviceUrl: z.url().default('http://127.0.0.1:15081'),
      portalUrl: z.url().default('http://127.0.0.1'),
    }),
    { registryUrl: 'BERTH_REGISTRY_URL', jobserviceUrl: 'BERTH_JOBSERVICE_URL', portalUrl: 'BERTH_PORTAL_URL' },
  )

/** Hosts, addresses and networks inside, separated by commas or blanks, that requests to the outside may go to all the same. */
export const outboundSettings = () =>
  readSettings(
    z.object({
      allow: z
        .string()
        .default('')
        .transform((text) => text.split(/[\s,]+/).filter(Boolean)),
    }),
    { allow: 'BERTH_OUTBOUND_ALLOW' },
  )

/**
 * `proxyHops`: how many proxies in front append to `X-Forwarded-For`; the client's address is taken from the entry that
 * the outermost of them wrote. `socket`: path of a Unix domain socket that the api serves as well; where there is one, `X-Forwarded-For` is
 * believed over it alone.
 */
export const proxySettings = () =>
  readSettings(
    z.object({ proxyHops: fromDigits(wholeNumber().min(0).max(8)).default(1), socket: z.string().optional() }),
    { proxyHops: 'BERTH_PROXY_HOPS', socket: 'BERTH_API_SOCKET' },
  )

/**
 * Background work. `workers` executions of each class run at the same time; an upload that nothing was added to for
 * `uploadExpiryHours` is abandoned; the scrub reads at most `scrubBytesPerSecond`.
 */
export const jobserviceSettings = () => {
  const { workers, delivery, transfer, scan, upkeep, ...rest } = readSettings(
    z.object({
      workers: positive.default(4),
      delivery: positive.optional(),
      transfer: positive.optional(),
      scan: positive.optional(),
      upkeep: positive.optional(),
      uploadExpiryHours: positive.default(168),
      scrubBytesPerSecond: positive.default(20_000_000),
    }),
    {
      workers: 'BERTH_JOB_WORKERS',
      delivery: 'BERTH_JOB_WORKERS_DELIVERY',
      transfer: 'BERTH_JOB_WORKERS_TRANSFER',
      scan: 'BERTH_JOB_WORKERS_SCAN',
      upkeep: 'BERTH_JOB_WORKERS_UPKEEP',
      uploadExpiryHours: 'BERTH_UPLOAD_EXPIRY_HOURS',
      scrubBytesPerSecond: 'BERTH_SCRUB_BYTES_PER_SECOND',
    },
  )
  const each = {
    delivery: delivery ?? workers,
    transfer: transfer ?? workers,
    scan: scan ?? workers,
    upkeep: upkeep ?? workers,
  }
  return { workers: each, ...rest }
}

/** What was deleted is kept, and can be restored, for `reclaimDelaySeconds`. */
export const reclaimSettings = () =>
  readSettings(z.object({ reclaimDelaySeconds: fromDigits(wholeNumber().min(0)).default(604_800) }), {
    reclaimDelaySeconds: 'BERTH_RECLAIM_DELAY_SECONDS',
  })

export type ServiceSettings = ReturnType<typeof serviceSettings>
export type DatabaseSettings = ReturnType<typeof databaseSettings>
export type RedisSettings = ReturnType<typeof redisSettings>
export type StorageSettings = ReturnType<typeof storageSettings>
export type TokenVerifierSettings = ReturnType<typeof tokenVerifierSettings>
export type SeedSettings = ReturnType<typeof seedSettings>
export type ComponentSettings = ReturnType<typeof componentSettings>

/** Whom a registry elsewhere knows, for a command that copies from it or to it. */
export const remoteSettings = (environment?: NodeJS.ProcessEnv) =>
  readSettings(
    z.object({
      username: z.string().optional(),
      password: z.string().default(''),
      authority: z.string().refine(areCertificates, 'holds no certificates in PEM').default(''),
    }),
    { username: 'BERTH_REMOTE_USER', password: 'BERTH_REMOTE_PASSWORD', authority: 'BERTH_REMOTE_CA' },
    environment,
  )
