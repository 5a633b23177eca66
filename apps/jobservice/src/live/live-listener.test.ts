import { expect, test } from 'vitest'
import { messagesOf } from './live-listener.js'

test('changes go in their order, in messages that PostgreSQL takes', () => {
  const changes = Array.from({ length: 200 }, (_, index) => ({
    id: String(index),
    type: 'artifact.pushed',
    project_id: 1,
    repository: 'p/' + 'é'.repeat(120),
  }))
  const messages = messagesOf(changes)
  expect(messages.length).toBeGreaterThan(1)
  expect(Math.max(...messages.map((message) => Buffer.byteLength(message)))).toBeLessThan(8_000)
  expect(messages.flatMap((message) => JSON.parse(message))).toEqual(changes)
  expect(messagesOf([])).toEqual([])
})
