import { expect, it } from 'vitest'
import { bareName, daysLeft } from './bring-robots.js'

it.each([
  ['robot$deploy', 'robot$', undefined, 'deploy'],
  ['robot$team+ci', 'robot$', 'team', 'ci'],
  ['bot-team+a+b', 'bot-', 'team', 'a+b'],
  ['robot$other+ci', 'robot$', 'team', 'other+ci'],
  ['old', 'robot$', 'team', 'old'],
])('%s with the prefix %s is in the project %s the robot %s', (name, prefix, project, bare) => {
  expect(bareName(name, prefix, project)).toBe(bare)
})

it('lets a robot live as long as it would have, in whole days, and no dead one', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  const after = (days: number) => now / 1000 + days * 86_400
  expect([-1, after(30), after(1.5), after(100_000)].map((end) => daysLeft(end, now))).toEqual([-1, 30, 2, 36_500])
  expect([after(-1), after(0), 0].map((end) => daysLeft(end, now))).toEqual([undefined, undefined, undefined])
})
