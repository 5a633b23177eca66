import type { WebhookEventType, WebhookFormat, WebhookKind } from '@berth/contracts'
import { fillTemplate } from './fill-template.js'
import type { Envelope, WebhookMessage } from './message.js'
import { slackBody } from './slack-body.js'
import { teamsBody } from './teams-body.js'

export interface Rendering {
  readonly kind: WebhookKind
  readonly format: WebhookFormat
  readonly template: string
}

export interface Rendered {
  readonly contentType: string
  readonly body: string
}

/** Names of CloudEvents as Harbor gives them. */
const cloudTypes: Readonly<Record<WebhookEventType, string>> = {
  PUSH_ARTIFACT: 'harbor.artifact.pushed',
  PULL_ARTIFACT: 'harbor.artifact.pulled',
  DELETE_ARTIFACT: 'harbor.artifact.deleted',
  QUOTA_EXCEED: 'harbor.quota.exceeded',
  QUOTA_WARNING: 'harbor.quota.warned',
  TAG_RETENTION: 'harbor.tag_retention.finished',
  REPLICATION: 'harbor.replication.status.changed',
}

/** The body of a request. It is JSON made from data, whatever names hold. @throws {TemplateError} */
export function render(envelope: Envelope, { kind, format, template }: Rendering): Rendered {
  const { message } = envelope
  if (kind === 'slack') return json(slackBody(message))
  if (kind === 'teams') return json(teamsBody(message))
  switch (format) {
    case 'Default':
      return json(message)
    case 'CloudEvents':
      return { contentType: 'application/cloudevents+json', body: JSON.stringify(cloudEvent(envelope)) }
    case 'Template':
      return { contentType: 'application/json', body: fillTemplate(template, envelope) }
  }
}

const json = (value: unknown): Rendered => ({ contentType: 'application/json', body: JSON.stringify(value) })

function cloudEvent({ eventId, policyId, projectId, requestId, message }: Envelope) {
  return {
    specversion: '1.0',
    id: eventId,
    source: `/projects/${projectId}/webhook/policies/${policyId}`,
    type: cloudTypes[message.type],
    datacontenttype: 'application/json',
    time: timeOf(message),
    operator: message.operator,
    ...(requestId !== undefined && { requestid: requestId }),
    data: message.event_data,
  }
}

const timeOf = ({ occur_at }: WebhookMessage) => new Date(occur_at * 1000).toISOString()
