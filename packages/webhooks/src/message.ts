import { type ReplicationData, replicationOf } from './replication-data.js'
import type { Actor, EventPayload, EventType, WebhookEventType } from '@berth/contracts'

/** Resources of one message: whoever is told of more than these asks for the rest. */
const MOST_RESOURCES = 100

interface Resource {
  readonly digest?: string
  readonly tag: string
  readonly resource_url?: string
}

/** In Harbor's words and shape: receivers that know Harbor read it as it is. */
interface EventData {
  readonly resources?: readonly Resource[]
  readonly repository?: {
    /** Seconds since 1970. Absent where the repository is gone. */
    readonly date_created?: number
    readonly name: string
    readonly namespace: string
    readonly repo_full_name: string
    readonly repo_type: 'public' | 'private'
  }
  readonly retention?: {
    readonly total: number
    readonly retained: number
    readonly harbor_hostname: string
    readonly project_name: string
    readonly retention_policy_id: number
    readonly result: 'SUCCESS'
    readonly deleted_artifact: readonly { readonly type: string; readonly status: string; readonly name_tag: string }[]
  }
  readonly replication?: ReplicationData
  readonly custom_attributes?: Readonly<Record<string, string>>
}

/** What is told of an event. `occur_at`: seconds since 1970. */
export interface WebhookMessage {
  readonly type: WebhookEventType
  readonly occur_at: number
  readonly operator: string
  readonly event_data: EventData
}

/** A message with what makes it one delivery. */
export interface Envelope {
  /** Of the event: the same however often it is sent, so that a receiver can drop what it has. */
  readonly eventId: string
  readonly policyId: number
  readonly projectId: number
  /** Of the request that made the event, where there was one. */
  readonly requestId?: string | undefined
  readonly message: WebhookMessage
}

const heard = [
  'artifact.pushed',
  'artifact.restored',
  'artifact.pulled',
  'artifact.deleted',
  'tag.created',
  'tag.restored',
  'repository.deleted',
  'retention.applied',
  'quota.warned',
  'quota.exceeded',
  'replication.finished',
] as const satisfies readonly EventType[]

type Heard = (typeof heard)[number]

/** The kinds of events that webhooks may be told of. */
export const webhookEvents: readonly Heard[] = heard

/** An event of one of these kinds. */
export type HeardEvent = {
  readonly [One in Heard]: {
    readonly type: One
    readonly at: Date
    readonly payload: EventPayload<One>
    readonly actor: Actor
  }
}[Heard]

/** Which of the types that a webhook chooses from an event is. A tag that comes or moves is a push, whoever moves it. */
export const webhookTypeOf: Readonly<Record<Heard, WebhookEventType>> = {
  'artifact.pushed': 'PUSH_ARTIFACT',
  'artifact.restored': 'PUSH_ARTIFACT',
  'tag.created': 'PUSH_ARTIFACT',
  'tag.restored': 'PUSH_ARTIFACT',
  'artifact.pulled': 'PULL_ARTIFACT',
  'artifact.deleted': 'DELETE_ARTIFACT',
  'repository.deleted': 'DELETE_ARTIFACT',
  'retention.applied': 'TAG_RETENTION',
  'quota.warned': 'QUOTA_WARNING',
  'quota.exceeded': 'QUOTA_EXCEED',
  'replication.finished': 'REPLICATION',
}

/** Where it happened, as far as an event does not say it. */
export interface Surroundings {
  readonly project: string
  readonly isPublic: boolean
  /** Undefined where the repository is gone. */
  readonly repositoryMadeAt?: Date | undefined
  /** Address of this installation, without a slash at its end. */
  readonly url: string
}

const seconds = (time: Date) => Math.floor(time.getTime() / 1000)

export function messageOf(event: HeardEvent, where: Surroundings): WebhookMessage {
  return {
    type: webhookTypeOf[event.type],
    occur_at: seconds(event.at),
    operator: event.actor.name,
    event_data: dataOf(event, where),
  }
}

function dataOf({ type, payload }: HeardEvent, where: Surroundings): EventData {
  switch (type) {
    case 'artifact.pushed':
    case 'artifact.restored':
    case 'artifact.deleted':
      return ofArtifact(where, payload.repository, payload.digest, payload.tags)
    case 'tag.created':
    case 'tag.restored':
      return ofArtifact(where, payload.repository, payload.digest, [payload.tag])
    case 'artifact.pulled':
      return ofArtifact(where, payload.repository, payload.digest, payload.tag === undefined ? [] : [payload.tag])
    case 'repository.deleted':
      return { repository: repositoryOf(where, payload.repository) }
    case 'quota.warned':
      return ofQuota(where, `${payload.used} of ${payload.storage} bytes are used`)
    case 'quota.exceeded':
      return ofQuota(where, `no room is left within ${payload.storage} bytes`)
    case 'replication.finished':
      return { replication: replicationOf(payload, where.url) }
    case 'retention.applied': {
      const [, ...path] = payload.repository.split('/')
      return {
        repository: repositoryOf(where, payload.repository),
        retention: {
          total: payload.total,
          retained: payload.retained,
          harbor_hostname: new URL(where.url).hostname,
          project_name: where.project,
          retention_policy_id: payload.policy_id,
          result: 'SUCCESS',
          deleted_artifact: payload.deleted.slice(0, MOST_RESOURCES).map((reference) => ({
            type: 'image',
            status: 'SUCCESS',
            name_tag: `${path.join('/')}${reference.includes(':') ? '@' : ':'}${reference}`,
          })),
        },
      }
    }
  }
}

/** An artifact without a tag has its digest in the place of one, as Harbor has it. */
function ofArtifact(where: Surroundings, repository: string, digest: string, tags: readonly string[]): EventData {
  const at = `${new URL(where.url).host}/${repository}`
  const resources =
    tags.length === 0
      ? [{ digest, tag: digest, resource_url: `${at}@${digest}` }]
      : tags.slice(0, MOST_RESOURCES).map((tag) => ({ digest, tag, resource_url: `${at}:${tag}` }))
  return { resources, repository: repositoryOf(where, repository) }
}

function repositoryOf({ project, isPublic, repositoryMadeAt }: Surroundings, repository: string) {
  return {
    ...(repositoryMadeAt && { date_created: seconds(repositoryMadeAt) }),
    name: repository.slice(project.length + 1),
    namespace: project,
    repo_full_name: repository,
    repo_type: isPublic ? 'public' : 'private',
  } as const
}

/** It is about the project: no push has made it alone. */
function ofQuota({ project, isPublic }: Surroundings, details: string): EventData {
  return {
    repository: {
      name: '',
      namespace: project,
      repo_full_name: '',
      repo_type: isPublic ? 'public' : 'private',
    },
    custom_attributes: { Details: details },
  }
}
