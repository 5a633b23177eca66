import { expect, test } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { roleName } from './role-name'

test('names a built-in role in the reader’s language, whether a row gives its id or its name', async () => {
  await startI18n()
  expect(roleName(i18n.t, { id: 4 })).toBe('Maintainer')
  expect(roleName(i18n.t, { name: 'limitedGuest' })).toBe('Limited guest')
})

test('calls a role of their own what its row calls it, and no role nothing', async () => {
  await startI18n()
  expect(roleName(i18n.t, { id: 1000, name: 'release manager' })).toBe('release manager')
  expect(roleName(i18n.t, { id: 0 })).toBeUndefined()
})
