import type { TemplateName } from '@berth/contracts'
import type { Envelope } from './message.js'

/** Bytes of what a template may come to. */
const MOST_BYTES = 262_144

const placeholder = /\{\{\s*([\w.]+)\s*\}\}/g
const alone = /^\s*\{\{\s*([\w.]+)\s*\}\}\s*$/

/** A template comes to nothing that can be sent. */
export class TemplateError extends Error {
  override name = 'TemplateError'
}

/**
 * The JSON that a template comes to. Its texts alone hold placeholders: one that is a whole text becomes what it names, of whatever kind;
 * one within a text becomes part of it. So no value can become anything but a value.
 *
 * @throws {TemplateError}
 */
export function fillTemplate(template: string, envelope: Envelope): string {
  const values = valuesOf(envelope)
  let room = MOST_BYTES
  const take = (text: string) => {
    room -= text.length
    if (room < 0) throw new TemplateError(`The template comes to more than ${MOST_BYTES} bytes.`)
    return text
  }
  const fill = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const [, whole] = alone.exec(part) ?? []
      if (whole !== undefined) {
        const value = find(values, whole)
        take(JSON.stringify(value))
        return value
      }
      return take(part.replaceAll(placeholder, (_, path: string) => take(inText(find(values, path)))))
    }
    if (Array.isArray(part)) return part.map(fill)
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, fill(value)]))
    return part
  }
  const body = JSON.stringify(fill(parse(template)))
  if (Buffer.byteLength(body) > MOST_BYTES)
    throw new TemplateError(`The template comes to more than ${MOST_BYTES} bytes.`)
  return body
}

function parse(template: string): unknown {
  try {
    return JSON.parse(template)
  } catch (cause) {
    throw new TemplateError('The template is no JSON.', { cause })
  }
}

/** What a template may name. */
function valuesOf({ eventId, message }: Envelope) {
  const { type, occur_at, operator, event_data } = message
  const [first] = event_data.resources ?? []
  return {
    id: eventId,
    type,
    occur_at,
    time: new Date(occur_at * 1000).toISOString(),
    operator,
    project: event_data.repository?.namespace,
    repository: event_data.repository?.repo_full_name,
    tag: first?.tag,
    digest: first?.digest,
    resource_url: first?.resource_url,
    event_data,
  } satisfies Record<TemplateName, unknown>
}

function find(values: object, path: string): unknown {
  let found: unknown = values
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return null
    found = Object.entries(found).find(([key]) => key === name)?.[1]
  }
  return found ?? null
}

function inText(value: unknown): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
