import { expect, it } from 'vitest'
import { storable } from './storable.js'

it('drops what PostgreSQL cannot hold, at every depth, and nothing else', () => {
  const value = { 'a\0': ['x\0y', { b: 'ok 泊位' }], n: 1, none: null, absent: undefined }
  expect(storable(value)).toEqual({ a: ['xy', { b: 'ok 泊位' }], n: 1, none: null, absent: undefined })
  expect(storable('\ud800')).toBe('\ufffd')
})
