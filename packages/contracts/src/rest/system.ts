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
    harbor_version: z.string().describe('The API level that clients of Harbor look for, then the version of Berth.'),
    registry_url: z.string().describe('host[:port] for docker login, push and pull.'),
    external_url: z.string(),
    project_creation_restriction: z.string(),
    has_ca_root: z.boolean(),
    registry_storage_provider_name: z.string(),
    read_only: z.boolean(),
    notification_enable: z.boolean(),
    current_time: time,
  })
  .meta({ id: 'GeneralInfo' })

export const apiVersion = z.object({ version: z.string() }).meta({ id: 'APIVersion' })

export const statistic = z
  .object({
    private_project_count: integer,
    private_repo_count: integer,
    public_project_count: integer,
    public_repo_count: integer,
    total_project_count: integer.optional(),
    total_repo_count: integer.optional(),
    total_storage_consumption: integer.optional().describe('Bytes of distinct blobs; system administrators only.'),
  })
  .meta({ id: 'Statistic' })

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

/** What can be set, with the values that are allowed. */
export const configurations = z
  .object({
    project_creation_restriction: z.enum(['everyone', 'adminonly']),
    self_registration: z.boolean(),
    token_expiration: z
      .int()
      .min(1)
      .max(24 * 60)
      .describe('Minutes.'),
    session_timeout: z
      .int()
      .min(1)
      .max(7 * 24 * 60)
      .describe('Minutes without a request.'),
    read_only: z.boolean(),
    storage_per_project: z.int().min(-1).describe('Bytes a new project may hold; -1: no limit.'),
    banner_message: z.string().max(4096),
  })
  .partial()
  .meta({ id: 'Configurations' })

const item = <Value extends z.ZodType>(value: Value) => z.object({ value, editable: z.boolean() })
const stringItem = item(z.string()).meta({ id: 'StringConfigItem' })
const boolItem = item(z.boolean()).meta({ id: 'BoolConfigItem' })
const integerItem = item(integer).meta({ id: 'IntegerConfigItem' })

export const configurationsResponse = z
  .object({
    auth_mode: stringItem,
    primary_auth_mode: boolItem,
    project_creation_restriction: stringItem,
    self_registration: boolItem,
    token_expiration: integerItem,
    session_timeout: integerItem,
    read_only: boolItem,
    storage_per_project: integerItem,
    banner_message: stringItem,
  })
  .meta({ id: 'ConfigurationsResponse' })

export const registryToken = z
  .object({
    token: z.string(),
    access_token: z.string(),
    expires_in: integer.describe('Seconds.'),
    issued_at: time,
  })
  .meta({ id: 'RegistryToken' })
