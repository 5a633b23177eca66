import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { initializer, page } from './page.js'

it.each([
  ['dark', false, true],
  ['light', true, false],
  ['system', true, true],
  ['system', false, false],
  [null, true, true],
])('chosen in the portal %s, in the system dark %s: dark %s', (chosen, matches, isDark) => {
  let shown: unknown
  const toggle = (name: string, isOn: boolean) => (shown = [name, isOn])
  runInNewContext(initializer, {
    localStorage: { getItem: () => chosen },
    matchMedia: () => ({ matches }),
    document: { documentElement: { classList: { toggle } } },
    window: { addEventListener: () => undefined },
  })
  expect(shown).toEqual(['dark-mode', isDark])
})

it('leads back to the portal', () => {
  expect(page('/docs')).toContain('href="/"')
})
