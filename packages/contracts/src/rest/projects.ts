import { z } from 'zod'
import { memberGroup } from './groups.js'
import { resourceList } from './quotas.js'
import { registry } from './registries.js'
import { integer, text, time } from './scalars.js'

export const projectMetadata = z
  .object({ public: z.enum(['true', 'false']).optional() })
  .catchall(text.nullable())
  .meta({ id: 'ProjectMetadata' })

/** Metadata as a client gives it: the service says which keys it takes, and what they may be. */
const givenMetadata = z.record(z.string(), text.max(255)).meta({ id: 'ProjectMetadataReq' })

export const metadataKey = text.max(255)
/** Keys of a project's metadata with their values. */
export const metadataEntries = z.record(z.string().max(255), text.max(255)).meta({ id: 'ProjectMetadataEntries' })

/** Kept and shown; it acts once there is a gate that it could let something through. */
export const cveAllowlist = z
  .object({
    id: integer,
    project_id: integer,
    items: z.array(z.object({ cve_id: z.string() }).meta({ id: 'CVEAllowlistItem' })),
    expires_at: integer.optional().describe('Seconds since 1970; absent: never.'),
    creation_time: time,
    update_time: time,
  })
  .meta({ id: 'CVEAllowlist' })

export const cveAllowlistUpdate = z
  .object({
    items: z
      .array(z.object({ cve_id: text.trim().min(1).max(255) }))
      .max(1000)
      .default([]),
    expires_at: integer.optional(),
  })
  .meta({ id: 'CVEAllowlistReq' })

export const project = z
  .object({
    project_id: integer,
    name: z.string(),
    owner_id: integer,
    owner_name: z.string(),
    creation_time: time,
    update_time: time,
    deleted: z.boolean(),
    togglable: z.boolean(),
    repo_count: integer,
    registry_id: integer.describe('The registry that a proxy cache has its content from; 0: it is none.'),
    current_user_role_id: integer.describe('0: no member. The strongest of current_user_role_ids.'),
    current_user_role_ids: z.array(integer),
    metadata: projectMetadata,
    cve_allowlist: cveAllowlist,
  })
  .meta({ id: 'Project' })

export const projectCreation = z
  .object({
    project_name: z.string().default(''),
    public: z.boolean().optional().describe('Older form of metadata.public.'),
    metadata: givenMetadata.optional(),
    cve_allowlist: cveAllowlistUpdate.optional(),
    storage_limit: integer
      .optional()
      .describe('Bytes; -1: none; 0 or absent: as storage_per_project says. Only a system administrator sets it.'),
    registry_id: integer.nullish().describe('Makes a proxy cache of what this registry has.'),
  })
  .meta({ id: 'ProjectReq' })

export const projectUpdate = z
  .object({
    public: z.boolean().optional(),
    metadata: givenMetadata.optional(),
    cve_allowlist: cveAllowlistUpdate.optional(),
  })
  .meta({ id: 'ProjectUpdateReq' })

export const projectDeletable = z
  .object({ deletable: z.boolean(), message: z.string().optional() })
  .meta({ id: 'ProjectDeletable' })

export const projectSummary = z
  .object({
    repo_count: integer,
    // For those who may list members.
    project_admin_count: integer.optional(),
    maintainer_count: integer.optional(),
    developer_count: integer.optional(),
    guest_count: integer.optional(),
    limited_guest_count: integer.optional(),
    member_count: integer
      .optional()
      .describe('All of them, those with roles of your own as well; a group is one. Berth has this, Harbor has not.'),
    // For those who may read the quota.
    quota: z.object({ hard: resourceList, used: resourceList }).meta({ id: 'ProjectSummaryQuota' }).optional(),
    registry: registry
      .pick({ id: true, name: true, type: true, url: true })
      .meta({ id: 'ProjectSummaryRegistry' })
      .optional()
      .describe('Whose images a proxy cache keeps copies of. How it is signed in to is not told.'),
  })
  .meta({ id: 'ProjectSummary' })

export const member = z
  .object({
    id: integer,
    project_id: integer,
    entity_id: integer,
    entity_name: z.string(),
    entity_type: z.enum(['u', 'g']),
    role_id: integer,
    role_name: z.string(),
  })
  .meta({ id: 'ProjectMemberEntity' })

/** A role that is left out counts as 0. There is no such role: both are answered with 400. */
const roleId = integer
  .default(0)
  .describe('1 projectAdmin, 2 developer, 3 guest, 4 maintainer, 5 limitedGuest, or a role of your own')

export const memberCreation = z
  .object({
    role_id: roleId,
    member_user: z
      .object({ user_id: integer.optional(), username: z.string().max(255).optional() })
      .meta({ id: 'UserEntity' })
      .optional(),
    member_group: memberGroup.optional(),
  })
  .meta({ id: 'ProjectMember' })

export const roleRequest = z.object({ role_id: roleId }).meta({ id: 'RoleRequest' })
