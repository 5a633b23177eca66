import { webhookEventTypes, webhookFormats } from '@berth/contracts'
import { z } from 'zod'
import type { Writing } from './berth.js'
import type { Immutability, Webhook } from './harbor-schemas.js'
import type { ProjectInventory } from './inventory.js'
import type { Report } from './report.js'

/** A rule that keeps means more deletions where it is left out: a policy comes whole, or not at all. */
export async function bringRetention(
  write: Writing,
  { project, retention }: ProjectInventory,
  id: number,
): Promise<void> {
  if (!retention || retention.rules.length === 0) return
  const { rules, trigger } = retention
  await write.make({ kind: 'retention', name: `${rules.length} rules`, project: project.name }, 'retentions', {
    algorithm: 'or',
    rules: rules.map(({ disabled, action, template, params, tag_selectors, scope_selectors }) => ({
      disabled: disabled ?? false,
      action,
      template,
      params: readParams(params ?? {}),
      tag_selectors,
      scope_selectors,
    })),
    trigger: { kind: trigger?.kind || 'Schedule', settings: { cron: trigger?.settings?.cron ?? '' } },
    scope: { level: 'project', ref: id },
  })
}

/** Older clients of Harbor wrote numbers as texts. */
const readParams = (params: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
    ]),
  )

const selectors = z.array(z.looseObject({ decoration: z.string(), pattern: z.string() }))
const ownRule = z.object({
  template: z.string(),
  tag_selectors: selectors,
  scope_selectors: z.record(z.string(), selectors),
})

/** What a rule is about: by it a rule of an earlier run is known again. */
function subjectOf({
  tag_selectors,
  scope_selectors,
}: Pick<z.output<typeof ownRule>, 'tag_selectors' | 'scope_selectors'>): string {
  const told = (all: z.output<typeof selectors> | undefined) =>
    all?.map(({ decoration, pattern }) => [decoration, pattern])
  return JSON.stringify([told(tag_selectors), told(scope_selectors['repository'])])
}

export async function bringImmutabilities(
  write: Writing,
  report: Report,
  { project: { name: project }, immutabilities }: ProjectInventory,
): Promise<void> {
  if (immutabilities.length === 0) return
  const path = `projects/${project}/immutabletagrules`
  const here = new Set((await write.rows(path, ownRule)).map(subjectOf))
  for (const rule of immutabilities) {
    const name = nameOf(rule)
    if (here.has(subjectOf(rule))) report.add('immutability', name, 'present', '', project)
    else
      await write.make({ kind: 'immutability', name, project }, path, {
        disabled: rule.disabled ?? false,
        template: rule.template || 'immutable_template',
        tag_selectors: rule.tag_selectors,
        scope_selectors: rule.scope_selectors,
      })
  }
}

const nameOf = ({ tag_selectors: [tags], scope_selectors: { repository } }: Immutability) =>
  `${repository?.[0]?.pattern ?? '**'}:${tags?.pattern ?? '**'}`

/** Events of Harbor 1.10 in the words of today. */
const olderEvents = new Map([
  ['pushImage', 'PUSH_ARTIFACT'],
  ['pullImage', 'PULL_ARTIFACT'],
  ['deleteImage', 'DELETE_ARTIFACT'],
  ['quotaExceeded', 'QUOTA_EXCEED'],
])
const knownEvents: ReadonlySet<string> = new Set(webhookEventTypes)
const knownFormats: ReadonlySet<string> = new Set(webhookFormats)

/** Each target of a policy becomes a webhook of its own. */
export async function bringWebhooks(
  write: Writing,
  report: Report,
  { project: { name: project }, webhooks }: ProjectInventory,
): Promise<void> {
  for (const webhook of webhooks) {
    const events = webhook.event_types.map((type) => olderEvents.get(type) ?? type)
    const eventTypes = [...new Set(events)].filter((type) => knownEvents.has(type))
    for (const type of events.filter((one) => !knownEvents.has(one)))
      report.add('webhook', `${nameOfWebhook(webhook)} on ${type}`, 'left', 'Berth has no such event.', project)
    if (eventTypes.length === 0) continue
    for (const [index, target] of webhook.targets.entries()) {
      const name = nameOfWebhook(webhook) + (index === 0 ? '' : ` (${index + 1})`)
      const { type, address, auth_header, skip_cert_verify, payload_format: format } = target
      await write.make({ kind: 'webhook', name, project }, `projects/${project}/webhook/policies`, {
        name,
        description: webhook.description,
        enabled: webhook.enabled ?? true,
        event_types: eventTypes,
        targets: [
          {
            type,
            address,
            ...(auth_header !== '' && { auth_header }),
            skip_cert_verify: skip_cert_verify ?? false,
            payload_format: type === 'http' && knownFormats.has(format) ? format : 'Default',
          },
        ],
      })
    }
  }
}

/** Before 1.10 webhooks had no names. */
const nameOfWebhook = ({ name, id }: Webhook) => name || `webhook-${id}`
