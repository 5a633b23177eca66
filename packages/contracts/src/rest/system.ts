import { z } from 'zod'
import { integer, time } from './scalars.js'
import { project } from './projects.js'

const health = z.enum(['healthy', 'unhealthy'])

export const overallHealth = z
  .object({
    status: health,
    components: z.array(
      z
        .object({ name: z.string(), status: health, error: z.string().optional() })
        .meta({ id: 'ComponentHealthStatus' }),
    ),
  })
  .meta({ id: 'OverallHealthStatus' })

export const generalInfo = z
  .object({
    auth_mode: z.string(),
    primary_auth_mode: z.boolean(),
    self_registration: z.boolean(),
    banner_message: z.string(),
    oidc_provider_name: z.string(),
    ...z
      .object({
        harbor_version: z
          .string()
          .describe('The API level that clients of Harbor look for, then the version of Berth.'),
        registry_url: z.string().describe('host[:port] for docker login, push and pull.'),
        external_url: z.string(),
        project_creation_restriction: z.string(),
        has_ca_root: z.boolean(),
        registry_storage_provider_name: z.string(),
        read_only: z.boolean(),
        storage_full: z
          .literal(true)
          .describe('The disk of the blobs is full up to its reserve: nothing can be pushed.'),
        notification_enable: z.boolean(),
        restorable_seconds: integer.describe('How long what was deleted can be restored; 0: it is gone at once.'),
        current_time: time,
      })
      .partial().shape,
  })
  .meta({ id: 'GeneralInfo' })

export const volumes = z
  .object({
    storage: z
      .array(z.object({ total: integer, free: integer }).meta({ id: 'Storage' }))
      .describe('In bytes: the disk of the blobs. Empty while the registry does not answer.'),
  })
  .meta({ id: 'SystemInfo' })

export const apiVersion = z.object({ version: z.string() }).meta({ id: 'APIVersion' })

export const statistic = z
  .object({
    private_project_count: integer,
    private_repo_count: integer,
    public_project_count: integer,
    public_repo_count: integer,
    total_project_count: integer.describe('0 for those who may not list all projects, as the other totals are.'),
    total_repo_count: integer,
    total_storage_consumption: integer.describe('Bytes of distinct blobs.'),
  })
  .meta({ id: 'Statistic' })

const sized = z.array(z.object({ name: z.string(), size: integer }).meta({ id: 'SizeOfName' }))

/** Berth's own: what has most of something. */
export const statisticTops = z
  .object({
    waiting_size: integer.describe(
      'Those bytes of all blobs that no artifact needs which is there: what was deleted, until its time is over, and what was uploaded and has come into no artifact. Counted once an hour.',
    ),
    largest_projects: sized.describe('Ten, by what their quotas count.'),
    largest_repositories: sized.describe(
      'Ten of those that the caller may list, as they were counted last: once an hour where a push has changed something.',
    ),
    most_pushed_projects: z
      .array(z.object({ name: z.string(), pushes: integer }).meta({ id: 'PushesOfProject' }))
      .describe('Ten, by the pushes of the last thirty days.'),
  })
  .meta({ id: 'StatisticTops' })

export const search = z
  .object({
    project: z.array(project),
    repository: z.array(
      z
        .object({
          project_id: integer,
          project_name: z.string(),
          project_public: z.boolean(),
          repository_name: z.string(),
          pull_count: integer,
          artifact_count: integer,
        })
        .meta({ id: 'SearchRepository' }),
    ),
  })
  .meta({ id: 'Search' })

/** Berth's own: pushes and pulls of each day, in UTC. */
export const activity = z
  .array(z.object({ day: z.iso.date(), pushes: integer, pulls: integer }).meta({ id: 'DailyActivity' }))
  .meta({ id: 'Activity' })

/** Berth's own: where somebody's work is. */
export const overview = z
  .object({
    project_count: integer.describe('Projects in which the caller has a role.'),
    storage: z
      .object({
        used: integer.describe('Bytes that those of these projects whose quota the caller may read are charged with.'),
        hard: integer.describe('Bytes that those of them with a limit may store together.'),
        unlimited: integer.describe('How many have no limit.'),
      })
      .meta({ id: 'OverviewStorage' }),
    projects: z
      .array(
        z
          .object({
            name: z.string(),
            public: z.boolean(),
            repo_count: integer,
            used: integer.nullable().describe('Bytes; null where the caller may not read the quota.'),
            hard: integer.nullable(),
            update_time: time,
          })
          .meta({ id: 'OverviewProject' }),
      )
      .describe('The six that changed last.'),
    repositories: z
      .array(
        z
          .object({
            name: z.string(),
            project_name: z.string(),
            artifact_count: integer,
            pull_count: integer,
            update_time: time,
          })
          .meta({ id: 'OverviewRepository' }),
      )
      .describe('The six that changed last; of every project for whoever may list all of them.'),
    activity,
  })
  .meta({ id: 'Overview' })

const ofKind = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), more: z.boolean().describe('The next page has some.') })

/** Berth's own: everything by one word. */
export const searchAll = z
  .object({
    projects: ofKind(z.object({ project_id: integer, name: z.string(), public: z.boolean(), repo_count: integer })),
    repositories: ofKind(
      z.object({ name: z.string(), project_name: z.string(), artifact_count: integer, pull_count: integer }),
    ),
    tags: ofKind(
      z.object({
        name: z.string(),
        repository_name: z.string(),
        project_name: z.string(),
        digest: z.string(),
        push_time: time,
      }),
    ),
    artifacts: ofKind(
      z.object({
        digest: z.string(),
        repository_name: z.string(),
        project_name: z.string(),
        type: z.string(),
        matched: z.enum(['digest', 'label', 'annotation']).describe('What the word was found in.'),
        tag: z.string().nullable().describe('The one that was pushed last.'),
      }),
    ),
  })
  .meta({ id: 'SearchAll' })

export const registryToken = z
  .object({
    token: z.string(),
    access_token: z.string(),
    expires_in: integer.describe('Seconds.'),
    issued_at: time,
  })
  .meta({ id: 'RegistryToken' })

export const oidcEndpoint = z
  .object({
    url: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .describe('Address of the provider: its issuer.'),
    verify_cert: z
      .boolean()
      .optional()
      .describe('Whether its certificate has to be one that is trusted. Absent: only where `ca_certificate` is given.'),
    ca_certificate: z
      .string()
      .max(65_536)
      .optional()
      .describe('Certificates in PEM that are trusted beside those which the system trusts.'),
  })
  .meta({ id: 'OIDCEndpoint' })
