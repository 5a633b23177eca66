import { expect, test } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { newPasswordRules } from './rules'

/** What the form's rules say of a password; undefined where they have nothing against it. */
async function faultOf(password: string): Promise<string | undefined> {
  await startI18n()
  for (const rule of newPasswordRules(i18n.t)) {
    if (typeof rule === 'function' || rule.validator === undefined) continue
    try {
      await rule.validator(rule, password, () => undefined)
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  return undefined
}

test.each(['Aa345678', `Aa1${'x'.repeat(69)}`])('takes %s', async (password) => {
  expect(await faultOf(password)).toBeUndefined()
})

test.each(['Aa34567', `Aa1${'x'.repeat(70)}`, 'aa345678', 'AA345678', 'Aabcdefg', `Aa1${'é'.repeat(35)}`])(
  'refuses %s, as the server does',
  async (password) => {
    expect(await faultOf(password)).toBe('Not strong enough yet.')
  },
)
