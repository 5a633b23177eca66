import type { Actor, WebhookEventType } from '@berth/contracts'
import type { HeardEvent } from '@berth/webhooks'
import type { ProjectContext } from '../../access/context.js'

/** Of nothing that there is. */
const digest = `sha256:${'0'.repeat(64)}`

interface Where {
  readonly project: ProjectContext
  readonly actor: Actor
  readonly at: Date
}

/** An example of what a webhook is told: nothing like it has happened. */
export function trialEvent(type: WebhookEventType, { project, actor, at }: Where): HeardEvent {
  const inProject = { project_id: project.id, project: project.name }
  const artifact = { project_id: project.id, repository_id: 1, repository: `${project.name}/example`, digest }
  switch (type) {
    case 'PUSH_ARTIFACT':
      return {
        type: 'artifact.pushed',
        at,
        actor,
        payload: { ...artifact, media_type: '', kind: 'image', created: true, tags: ['test'], replaced: {} },
      }
    case 'PULL_ARTIFACT':
      return { type: 'artifact.pulled', at, actor, payload: { ...artifact, tag: 'test', count: 1 } }
    case 'DELETE_ARTIFACT':
      return { type: 'artifact.deleted', at, actor, payload: { ...artifact, tags: ['test'] } }
    case 'QUOTA_EXCEED':
      return { type: 'quota.exceeded', at, actor, payload: { ...inProject, storage: 1_073_741_824 } }
    case 'QUOTA_WARNING':
      return { type: 'quota.warned', at, actor, payload: { ...inProject, storage: 1_073_741_824, used: 912_680_550 } }
    case 'REPLICATION':
      return {
        type: 'replication.finished',
        at,
        actor,
        payload: {
          ...inProject,
          policy_id: 1,
          policy: 'test',
          creator: actor.name,
          execution_id: 1,
          started: Math.floor(at.getTime() / 1000),
          trigger: 'manual',
          status: 'success',
          override: true,
          direction: 'push',
          registry: 'test',
          registry_type: 'harbor',
          endpoint: 'https://registry.example',
          signed_in: true,
          namespace: '',
          succeeded: 1,
          failed: 0,
          succeeded_names: [`${project.name}/example:[test]`],
          failed_names: [],
        },
      }
    case 'TAG_RETENTION':
      return {
        type: 'retention.applied',
        at,
        actor,
        payload: { ...artifact, policy_id: 1, execution_id: 1, total: 10, retained: 9, deleted: ['test'] },
      }
  }
}
