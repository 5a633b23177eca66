import { z } from 'zod'

const id = z.coerce.number().int().positive()

/** Who and where, in every event about a repository's content. */
const inRepository = {
  project_id: id,
  repository_id: id,
  /** Full name, the project included. */
  repository: z.string(),
  /** User name; absent when the platform itself acted. */
  actor: z.string().nullish(),
}

/** Payload of each `outbox.type`. Unknown keys pass, so that a newer writer does not break an older reader. */
export const eventSchemas = {
  'artifact.pushed': z.looseObject({
    ...inRepository,
    digest: z.string(),
    media_type: z.string().optional(),
    tag: z.string().nullish(),
  }),
  'artifact.deleted': z.looseObject({ ...inRepository, digest: z.string(), tags: z.array(z.string()).optional() }),
  /** `tags`: those that came back with it. */
  'artifact.restored': z.looseObject({
    ...inRepository,
    digest: z.string(),
    media_type: z.string(),
    tags: z.array(z.string()),
  }),
  'tag.deleted': z.looseObject({ ...inRepository, tag: z.string(), digest: z.string().nullish() }),
  /** Of an artifact that is still there; where it comes back with the tag, that is `artifact.restored`. */
  'tag.restored': z.looseObject({ ...inRepository, tag: z.string(), digest: z.string() }),
  'repository.deleted': z.looseObject(inRepository),
  'project.created': z.looseObject({ project_id: id, project: z.string(), actor: z.string().nullish() }),
  'project.deleted': z.looseObject({ project_id: id, project: z.string(), actor: z.string().nullish() }),
} as const

export type EventType = keyof typeof eventSchemas
export type EventPayload<Type extends EventType> = z.output<(typeof eventSchemas)[Type]>
