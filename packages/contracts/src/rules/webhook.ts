/** What a webhook may be told of, in Harbor's words. */
export const webhookEventTypes = [
  'PUSH_ARTIFACT',
  'PULL_ARTIFACT',
  'DELETE_ARTIFACT',
  'QUOTA_EXCEED',
  'QUOTA_WARNING',
  'TAG_RETENTION',
  'REPLICATION',
] as const
export type WebhookEventType = (typeof webhookEventTypes)[number]

/** Who is told: a program, or people in a channel. */
export const webhookKinds = ['http', 'slack', 'teams'] as const
export type WebhookKind = (typeof webhookKinds)[number]

/** How a program is told. A channel has one form alone. */
export const webhookFormats = ['Default', 'CloudEvents', 'Template'] as const
export type WebhookFormat = (typeof webhookFormats)[number]

export const formatsOf = (kind: WebhookKind): readonly WebhookFormat[] =>
  kind === 'http' ? webhookFormats : ['Default']

/** The most webhooks of a project. */
export const MOST_WEBHOOKS = 50

/** Characters of a template. */
export const MOST_TEMPLATE = 16_384

/** What the first part of a placeholder may name. */
const templateNames = [
  'id',
  'type',
  'time',
  'occur_at',
  'operator',
  'project',
  'repository',
  'tag',
  'digest',
  'resource_url',
  'event_data',
] as const
export type TemplateName = (typeof templateNames)[number]

/** A name, or the way to a part of it: `event_data.resources.0.tag`. */
const placeholder = /\{\{\s*([\w.]+)\s*\}\}/g

/** How far the parts of a template may lie in each other: what walks them calls itself for each. */
const DEEPEST_TEMPLATE = 64

/** @throws {RangeError} beyond {@link DEEPEST_TEMPLATE} */
const placeholdersIn = (value: unknown, depth = 0): string[] => {
  if (depth > DEEPEST_TEMPLATE) throw new RangeError('too deep')
  if (typeof value === 'string') return [...value.matchAll(placeholder)].map(([, path = '']) => path)
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((part) => placeholdersIn(part, depth + 1))
    : []
}

/** Why a text is no template: it is no JSON, or too deep, or names what there is not. Undefined: it is one. */
export function templateFault(
  text: string,
): { readonly kind: 'json' } | { readonly kind: 'name'; readonly name: string } | undefined {
  let paths: string[]
  try {
    paths = placeholdersIn(JSON.parse(text))
  } catch {
    return { kind: 'json' }
  }
  const names: readonly string[] = templateNames
  const unknown = paths.find((path) => !names.includes(path.split('.')[0] ?? ''))
  return unknown === undefined ? undefined : { kind: 'name', name: unknown }
}

/** The addresses that a webhook may have: HTTP, without a name and password in it. */
export function isWebhookAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}

/** What may stand in a header: no line breaks, no characters beyond Latin-1. */
export const isHeaderValue = (text: string): boolean => /^[\t\u0020-\u007E\u0080-\u00FF]*$/.test(text)
