import { expect, it } from 'vitest'
import { RowSecrets } from './row-secrets.js'
import { SealError } from './seal.js'

const secretKey = 'ab'.repeat(32)
const secrets = new RowSecrets(secretKey, 'berths', (id: number, name: string) => `berth ${id} ${name}`)

it('a text opens in its row and column alone', () => {
  const sealed = secrets.seal('hunter2', 1, 'password')
  expect(secrets.open(sealed, 1, 'password')).toBe('hunter2')
  expect(() => secrets.open(sealed, 2, 'password')).toThrow(SealError)
  expect(() => secrets.open(sealed, 1, 'token')).toThrow(SealError)
})

it('an empty text is none', () => {
  expect(secrets.seal('', 1, 'password')).toBeNull()
  expect(secrets.open(null, 1, 'password')).toBe('')
})
