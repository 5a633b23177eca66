import { z } from 'zod'
import { label } from './labels.js'
import { integer, NEVER, time } from './scalars.js'

export const repository = z
  .object({
    id: integer,
    project_id: integer,
    name: z.string().describe('Full name, the project included.'),
    description: z.string().optional(),
    artifact_count: integer,
    pull_count: integer,
    creation_time: time,
    update_time: time,
  })
  .meta({ id: 'Repository' })

export const repositoryUpdate = z
  .object({ description: z.string().max(100_000).default('') })
  .meta({ id: 'RepositoryReq' })

const waitingSize = integer.describe(
  'Those of `size` that no artifact needs which is there: what was deleted, until its time is over, and what was uploaded and has come into no artifact.',
)

/** Berth's own: what a repository holds. */
export const repositoryUsage = z
  .object({
    size: integer.describe(
      'Bytes of its blobs, each counted once, and of its manifests. What was deleted counts until it is freed.',
    ),
    own_size: integer.describe('Those that no other repository of the project has: deleting this one frees them.'),
    shared_size: integer.describe('Those that other repositories of the project have as well.'),
    waiting_size: waitingSize,
    counted_at: time.describe('A small project is counted for each request, a large one once an hour.'),
  })
  .nullable()
  .describe('Null: the project is large and has not been counted yet.')
  .meta({ id: 'RepositoryUsage' })

/** Berth's own: what a project holds. */
export const projectUsage = z
  .object({
    size: integer.describe('What its quota counts: bytes of its blobs, each counted once, and of its manifests.'),
    shared_size: integer.describe('Bytes that several of its repositories have, each blob counted once.'),
    own_size: integer
      .optional()
      .describe(
        'Bytes that no other project has: deleting this one frees them on the disk. For whoever may list quotas.',
      ),
    waiting_size: waitingSize,
    counted_at: time,
    repositories: z
      .array(
        z
          .object({ name: z.string(), size: integer, own_size: integer, shared_size: integer, waiting_size: integer })
          .meta({ id: 'UsageOfRepository' }),
      )
      .describe('The ten largest, for whoever may list repositories.'),
  })
  .nullable()
  .describe('Null: the project is large and has not been counted yet.')
  .meta({ id: 'ProjectUsage' })

export const platform = z
  .object({ os: z.string(), architecture: z.string(), variant: z.string().optional() })
  .meta({ id: 'Platform' })

export const tag = z
  .object({
    id: integer,
    repository_id: integer,
    artifact_id: integer,
    name: z.string(),
    push_time: time,
    pull_time: time.describe(`${NEVER}: never.`),
    immutable: z.boolean().describe('By a rule of the project nobody moves or deletes it.'),
  })
  .meta({ id: 'Tag' })

export const newTag = z.object({ name: z.string().max(128) }).meta({ id: 'NewTag' })

const annotations = z.record(z.string(), z.string())

export const reference = z
  .object({
    parent_id: integer,
    child_id: integer.nullable().describe('Null: the child was never pushed here (sparse index).'),
    child_digest: z.string(),
    platform: z.looseObject({ os: z.string().optional(), architecture: z.string().optional() }).nullable(),
    annotations: annotations.nullable(),
    size: integer.nullable().describe('Bytes of the child with its blobs; null where it is not here.'),
  })
  .meta({ id: 'Reference' })

export const accessory = z
  .object({
    id: integer,
    artifact_id: integer,
    subject_artifact_id: integer,
    subject_artifact_digest: z.string(),
    subject_artifact_repo: z.string(),
    size: integer,
    digest: z.string(),
    type: z.string().describe('signature.cosign, signature.notation, sbom.harbor or subject.accessory.'),
    icon: z.string(),
    creation_time: time,
  })
  .meta({ id: 'Accessory' })

export const artifact = z
  .object({
    id: integer,
    type: z.string().describe('IMAGE, CHART and so on, in capitals.'),
    media_type: z.string().describe('Media type of the config.'),
    manifest_media_type: z.string(),
    artifact_type: z.string().optional(),
    project_id: integer,
    repository_id: integer,
    repository_name: z.string(),
    digest: z.string(),
    size: integer.describe('Bytes: manifest, config and layers; of an index with its children.'),
    icon: z.string(),
    push_time: time,
    pull_time: time.describe(`${NEVER}: never.`),
    extra_attrs: z
      .record(z.string(), z.unknown())
      .describe(
        'Of the config; of a chart its Chart.yaml. Empty where that has more than 64 KiB, or the page more than 2 MiB before it.',
      ),
    annotations: annotations
      .nullable()
      .describe(
        'Null without any, where they have more than 64 KiB, or the page more than 2 MiB before them: the manifest has them.',
      ),
    references: z
      .array(reference)
      .nullable()
      .describe('The first 200 children of an index; null where the page has more than 2 MiB before them.'),
    tags: z
      .array(tag)
      .nullable()
      .describe(
        'The 100 that were pushed last; null where they were not asked for, or the page has more than 2 MiB before them.',
      ),
    labels: z
      .array(label)
      .nullable()
      .describe(
        'The first 100 by name; null where it has none, they were not asked for, or the page has more than 2 MiB before them.',
      ),
    accessories: z
      .array(accessory)
      .nullable()
      .describe('Signatures, SBOMs and whatever else refers to it, at most 100.'),
    addition_links: z.record(z.string(), z.object({ href: z.string(), absolute: z.boolean() })),
    pushed_by: z.string().nullable(),
    pull_count: integer,
  })
  .meta({ id: 'Artifact' })

export const historyEntry = z
  .object({
    created: z.string().optional(),
    created_by: z.string().optional(),
    comment: z.string().optional(),
    empty_layer: z.boolean().optional(),
  })
  .meta({ id: 'HistoryEntry' })

export const chartDependency = z
  .object({
    name: z.string(),
    version: z.string().optional(),
    repository: z.string(),
    condition: z.string().optional(),
    alias: z.string().optional(),
  })
  .meta({ id: 'ChartDependency' })

/** Berth's own: what is about an artifact, or about what is about it. */
export const referrer = z
  .object({
    digest: z.string(),
    subject: z.string().describe('Digest of what it is about: the artifact, or another one of these.'),
    depth: integer.describe('1: it is about the artifact itself.'),
    replaced: z
      .boolean()
      .describe('The tag that attached it names a later one: it is kept, and clients no longer find it.'),
    type: z
      .string()
      .describe(
        'SIGNATURE, SBOM, ATTESTATION and so on, in capitals; INDEX, or REFERRERS where a tag tells that it lists these.',
      ),
    accessory_type: z.string().describe('As `type` of an accessory.'),
    artifact_type: z.string().describe('Media type by which it says what it is.'),
    annotations: annotations.nullable().describe('Null without any, or where they have more than 1 KiB.'),
    predicates: z
      .array(z.string())
      .describe('Of an attestation: what it states, as `https://slsa.dev/provenance/v1`; the first 10.'),
    platform: z
      .looseObject({ os: z.string().optional(), architecture: z.string().optional() })
      .nullable()
      .describe('Of an index: the platform that an attestation in it is about; null where it is about the whole.'),
    size: integer,
    push_time: time,
    pushed_by: z.string().nullable(),
  })
  .meta({ id: 'Referrer' })

/** Berth's own: a layer with the step of the build that made it. */
export const layer = z
  .object({
    digest: z.string().nullable().describe('Null: the step changed no files.'),
    media_type: z.string().nullable(),
    size: integer.describe('Bytes as they are pulled, mostly compressed.'),
    shared_with: integer.describe(
      'Other artifacts of the project that hold it, too, among the first 1000 that hold it anywhere.',
    ),
    created: z.string().optional(),
    created_by: z.string().optional(),
    comment: z.string().optional(),
  })
  .meta({ id: 'Layer' })

export const artifactFile = z
  .object({
    name: z.string(),
    type: z.enum(['file', 'directory']),
    size: integer,
    digest: z.string(),
    media_type: z.string(),
  })
  .meta({ id: 'ArtifactFile' })

/** Berth's own: what became of a tag. */
export const tagEvent = z
  .object({
    id: integer,
    tag: z.string(),
    action: z.enum(['push', 'move', 'delete', 'restore']),
    from_digest: z.string().nullable().describe('What it named before; null: nothing.'),
    to_digest: z.string().nullable().describe('What it named from then on; null: nothing.'),
    actor: z.string().nullable(),
    at: time,
    restorable: z.boolean().describe('What it named before is there, or can still come back.'),
    expires_at: time
      .nullable()
      .describe('Until when what it named before can come back; null where it is there, or gone for good.'),
  })
  .meta({ id: 'TagEvent' })

/** Berth's own: one row per tag. */
export const repositoryTag = z
  .object({
    name: z.string(),
    digest: z.string(),
    artifact_id: integer,
    media_type: z.string(),
    kind: z.string(),
    size: integer,
    platforms: z.array(platform),
    push_time: time,
    pull_time: time.nullable().describe('Null: never.'),
    pull_count: integer,
    pushed_by: z.string().nullable(),
    other_tags: z.array(z.string()).describe('Tags of the same digest, in natural order.'),
    labels: z
      .array(label.pick({ id: true, name: true, color: true }))
      .describe('Of its artifact, the first 100 by name.'),
    immutable: z.boolean().describe('By a rule of the project nobody moves or deletes it.'),
    rule: z.string().nullable().describe('The rule that keeps it, be it from some people alone.'),
  })
  .meta({ id: 'RepositoryTag' })
