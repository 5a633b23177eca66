import { isProjectName } from '@berth/contracts'
import { type Digest, isDigest, isRepositoryName, isTag, type RepositoryName, type Tag } from '@berth/oci'
import { z } from 'zod'

/**
 * What is read of a Harbor, from version 1.10 on: the fields that mean something here, within bounds. Ids serve to ask the source for more,
 * and are never given to Berth.
 */
const MOST = 1000
const isText = (is: (text: string) => boolean) => (value: unknown) => typeof value === 'string' && is(value)
const id = z.int().min(1)
const name = z.string().min(1).max(1024)
const text = z.string().max(4096)
const optionalText = text.nullish().transform((value) => value ?? '')
const list = <Entry extends z.ZodType>(entry: Entry, most = MOST) =>
  z
    .array(entry)
    .max(most)
    .nullish()
    .transform((entries) => entries ?? [])

export const allowlist = z
  .object({
    items: list(z.object({ cve_id: z.string().max(255) }), 10_000),
    expires_at: z.int().nullish(),
  })
  .nullish()

export const project = z
  .object({
    project_id: id,
    name: z.string().refine(isProjectName),
    owner_name: optionalText,
    registry_id: z.int().nullish(),
    metadata: z
      .record(z.string().max(255), text.nullish())
      .nullish()
      .transform((all) => all ?? {}),
    cve_allowlist: allowlist,
    cve_whitelist: allowlist,
  })
  .transform(({ cve_whitelist: older, cve_allowlist: allowed, ...rest }) => ({ ...rest, allowlist: allowed ?? older }))

const resources = z.object({ storage: z.number().nullish() }).nullish()
export const quota = z.object({ hard: resources, used: resources })

export const member = z.object({
  entity_id: z.int().nullish(),
  entity_name: name,
  entity_type: z.enum(['u', 'g']),
  role_id: z.int().min(1),
  role_name: optionalText,
})

export const group = z.object({
  id,
  group_name: name,
  group_type: z.int(),
  ldap_group_dn: optionalText,
})

export const label = z.object({ id, name, description: optionalText, color: optionalText })

const access = z.object({ resource: name, action: name, effect: z.string().max(16).nullish() })
export const robot = z.object({
  id,
  name,
  description: optionalText,
  level: z.string().max(16).nullish(),
  disable: z.boolean().nullish(),
  expires_at: z.int().nullish(),
  permissions: list(
    z.object({ kind: z.string().max(16).nullish(), namespace: optionalText, access: list(access) }),
    MOST,
  ),
})

const selector = z.object({
  kind: z.string().max(64),
  decoration: z.string().max(64),
  pattern: text,
  extras: optionalText,
})
const selectors = z.record(z.string().max(64), list(selector, 20))

export const retention = z.object({
  rules: list(
    z.object({
      disabled: z.boolean().nullish(),
      action: optionalText,
      template: z.string().max(64),
      params: z.record(z.string().max(64), z.unknown()).nullish(),
      tag_selectors: list(selector, 20),
      scope_selectors: selectors,
    }),
    100,
  ),
  trigger: z.object({ kind: optionalText, settings: z.object({ cron: optionalText }).nullish() }).nullish(),
})

export const immutability = z.object({
  id,
  disabled: z.boolean().nullish(),
  template: optionalText,
  tag_selectors: list(selector, 20),
  scope_selectors: selectors,
})

export const webhook = z.object({
  id,
  name: optionalText,
  description: optionalText,
  enabled: z.boolean().nullish(),
  event_types: list(z.string().max(64), 100),
  targets: list(
    z.object({
      type: z.string().max(64),
      address: text,
      auth_header: optionalText,
      skip_cert_verify: z.boolean().nullish(),
      payload_format: optionalText,
    }),
    20,
  ),
})

export const registry = z.object({
  id,
  name,
  description: optionalText,
  type: z.string().max(64),
  url: text,
  credential: z.object({ access_key: optionalText }).nullish(),
  insecure: z.boolean().nullish(),
  ca_certificate: z.string().max(65_536).nullish(),
})

const end = z.object({ id: z.int().nullish(), name: optionalText }).nullish()
export const replication = z.object({
  name,
  description: optionalText,
  src_registry: end,
  dest_registry: end,
  dest_namespace: optionalText,
  dest_namespace_replace_count: z.int().nullish(),
  trigger: z.object({ type: optionalText, trigger_settings: z.object({ cron: optionalText }).nullish() }).nullish(),
  filters: list(
    z.object({ type: z.string().max(64), value: z.union([text, list(text, 100)]), decoration: optionalText }),
    20,
  ),
  replicate_deletion: z.boolean().nullish(),
  /** The same in older words. */
  deletion: z.boolean().nullish(),
  override: z.boolean().nullish(),
  enabled: z.boolean().nullish(),
  speed: z.int().nullish(),
  copy_by_chunk: z.boolean().nullish(),
  single_active_replication: z.boolean().nullish(),
})

export const repository = z.object({
  name: z.custom<RepositoryName>(isText(isRepositoryName)),
  description: optionalText,
  artifact_count: z.int().nullish(),
  /** Of the time before artifacts. */
  tags_count: z.int().nullish(),
})

/** An artifact, with what is attached to it. */
export const artifact = z.object({
  digest: z.custom<Digest>(isText(isDigest)),
  tags: list(z.object({ name: z.custom<Tag>(isText(isTag)) }), 100_000),
  labels: list(z.object({ id }), MOST),
  accessories: list(z.object({ digest: z.custom<Digest>(isText(isDigest)) }), 10_000),
})

const setting = z.object({ value: z.string().max(255) }).optional()
export const configuration = z.object({ auth_mode: setting, robot_name_prefix: setting })

export type Allowlist = NonNullable<z.output<typeof allowlist>>
export type Label = z.output<typeof label>
export type Member = z.output<typeof member>
export type Group = z.output<typeof group>
export type Immutability = z.output<typeof immutability>
export type Project = z.output<typeof project>
export type Registry = z.output<typeof registry>
export type Replication = z.output<typeof replication>
export type Repository = z.output<typeof repository>
export type Retention = z.output<typeof retention>
export type Robot = z.output<typeof robot>
export type Webhook = z.output<typeof webhook>
