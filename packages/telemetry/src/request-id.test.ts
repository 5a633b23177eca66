import { expect, test } from 'vitest'
import { requestId } from './request-id.js'

test('keeps the id that a proxy in front has given', () => {
  expect(requestId('4bf92f3577b34da6a3ce929d0e0e4736')).toBe('4bf92f3577b34da6a3ce929d0e0e4736')
})

test.each([undefined, '', 'a\nb', 'x'.repeat(129), 'a b', ['a', 'b']])('makes its own id instead of %j', (header) => {
  expect(requestId(header)).toMatch(/^[0-9a-f-]{36}$/)
})
