import { expect, it } from 'vitest'
import { fillTemplate, TemplateError } from './fill-template.js'
import type { Envelope } from './message.js'

const envelope: Envelope = {
  eventId: '42',
  policyId: 3,
  projectId: 1,
  message: { type: 'QUOTA_WARNING', occur_at: 1_767_323_045, operator: 'ann', event_data: { resources: [] } },
}
const fill = (template: unknown, operator = 'ann'): unknown =>
  JSON.parse(fillTemplate(JSON.stringify(template), { ...envelope, message: { ...envelope.message, operator } }))

it.each([
  ['{{id}}', '42'],
  ['{{type}}', 'QUOTA_WARNING'],
  ['{{time}}', '2026-01-02T03:04:05.000Z'],
  ['{{project}}', null],
  ['{{repository}}', null],
  ['{{tag}}', null],
  ['{{digest}}', null],
  ['{{resource_url}}', null],
  ['{{project}}!', '!'],
  ['{{event_data.resources}}!', '[]!'],
  ['{{event_data.retention.total}}', null],
  ['{{nothing}}', null],
  ['{{id}} {{id}}', '42 42'],
  ['{{id}} ', '42'],
  [' {{ id }}', '42'],
  ['{{id}}x', '42x'],
  ['x{{id}}', 'x42'],
  ['{id}', '{id}'],
  [
    ['{{id}}', null, true],
    ['42', null, true],
  ],
])('%j comes to %j, also where an event does not have what is named', (template, filled) => {
  expect(fill(template)).toEqual(filled)
})

it('fills up to so many bytes, whether a value stands alone, within a text, or in signs of several bytes', () => {
  const most = 262_144
  const quotes = 2
  expect(fill(['{{operator}}'], 'x'.repeat(most - 4))).toEqual(['x'.repeat(most - 4)])
  expect(() => fill(['{{operator}}'], 'x'.repeat(most - quotes))).toThrow(TemplateError)
  expect(() => fill('x'.repeat(most - 1))).toThrow('The template comes to more than 262144 bytes.')
  expect(() => fill('é'.repeat(most / 2))).toThrow('The template comes to more than 262144 bytes.')
  // A value counts each time that it is asked for, and what is not asked for at all.
  expect(() => fill(['{{operator}}', '{{operator}}'], 'x'.repeat(most / 2))).toThrow(TemplateError)
  expect(() => fill({ ['x'.repeat(most)]: 1 })).toThrow(TemplateError)
})

it('says that a template is no JSON', () => {
  expect(() => fillTemplate('{', envelope)).toThrow('The template is no JSON.')
})
