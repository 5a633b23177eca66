import { expect, it } from 'vitest'
import { publicId, readSession, readUse } from './stored-session.js'

const session = { user: 1, marks: ['a'], begun: 2, client: 'curl' }
const use = { seen: 3, address: '192.0.2.1' }

it('is what was kept', () => {
  expect(readSession(JSON.stringify(session))).toEqual(session)
  expect(readUse(JSON.stringify(use))).toEqual(use)
})

it.each([
  ['nothing', undefined, undefined],
  ['nothing of Redis', null, null],
  ['an empty text', '', ''],
  ['what another version has kept', JSON.stringify({ user: 1, mark: 'a' }), JSON.stringify({ seen: 'today' })],
])('%s is none', (_, ofSession, ofUse) => {
  expect(readSession(ofSession)).toBeUndefined()
  expect(readUse(ofUse)).toBeUndefined()
})

it('is named by what does not tell its id', () => {
  expect(publicId('secret')).not.toContain('secret')
  expect(publicId('secret')).toBe(publicId('secret'))
  expect(publicId('secret')).not.toBe(publicId('Secret'))
})
