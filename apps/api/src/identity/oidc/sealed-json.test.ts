import { deriveKey } from '@berth/secrets'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { openJson, sealJson } from './sealed-json.js'

const key = deriveKey('ab'.repeat(32), 'one')
const schema = z.object({ n: z.int() })
const sealed = sealJson(key, { n: 1 }, 'here')

it('is read where it was put', () => {
  expect(openJson(key, sealed, 'here', schema)).toEqual({ n: 1 })
})

it.each([
  ['under another key', deriveKey('ab'.repeat(32), 'other'), sealed, 'here'],
  ['in another place', key, sealed, 'there'],
  ['when it was changed', key, `${sealed.slice(0, -2)}AA`, 'here'],
  ['when it has another form', key, sealJson(key, { n: 'one' }, 'here'), 'here'],
  ['when nothing is there', key, '', 'here'],
])('is nothing %s', (_, by, text, place) => {
  expect(openJson(by, text, place, schema)).toBeUndefined()
})
