import { z } from 'zod'
import { integer, text, time } from './scalars.js'

export const projectMetadata = z
  .object({ public: z.enum(['true', 'false']).optional() })
  .catchall(text.nullable())
  .meta({ id: 'ProjectMetadata' })

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
    current_user_role_id: integer.describe('0: no member. The strongest of current_user_role_ids.'),
    current_user_role_ids: z.array(integer),
    metadata: projectMetadata,
  })
  .meta({ id: 'Project' })

export const projectCreation = z
  .object({
    project_name: z.string().max(255),
    public: z.boolean().nullish().describe('Older form of metadata.public.'),
    metadata: projectMetadata.nullish(),
    storage_limit: integer.nullish().describe('Bytes; -1 or absent: none. Only a system administrator sets it.'),
    registry_id: integer.nullish(),
  })
  .meta({ id: 'ProjectReq' })

export const projectUpdate = z
  .object({
    project_name: z.string().max(255).nullish(),
    public: z.boolean().nullish(),
    metadata: projectMetadata.nullish(),
  })
  .meta({ id: 'ProjectUpdateReq' })

export const projectDeletable = z
  .object({ deletable: z.boolean(), message: z.string().optional() })
  .meta({ id: 'ProjectDeletable' })

const resourceList = z.object({ storage: integer.describe('Bytes; -1: no limit.') }).meta({ id: 'ResourceList' })

export const projectSummary = z
  .object({
    repo_count: integer,
    project_admin_count: integer,
    maintainer_count: integer,
    developer_count: integer,
    guest_count: integer,
    limited_guest_count: integer,
    quota: z.object({ hard: resourceList, used: resourceList }).meta({ id: 'ProjectSummaryQuota' }),
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

const roleId = z
  .int()
  .min(1)
  .max(32_767)
  .describe('1 projectAdmin, 2 developer, 3 guest, 4 maintainer, 5 limitedGuest, or a role of your own')

export const memberCreation = z
  .object({
    role_id: roleId,
    member_user: z
      .object({ user_id: integer.nullish(), username: z.string().max(255).nullish() })
      .meta({ id: 'UserEntity' })
      .nullish(),
    member_group: z.looseObject({}).nullish(),
  })
  .meta({ id: 'ProjectMember' })

export const roleRequest = z.object({ role_id: roleId }).meta({ id: 'RoleRequest' })
