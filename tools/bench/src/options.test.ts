import { expect, test } from 'vitest'
import { parseOptions, UsageError } from './options.js'

test('without options everything is measured at full length', () => {
  expect(parseOptions([])).toMatchObject({ rounds: 5, seconds: 3, pushes: 1, berth: true, whole: true })
})

test('a quick run or a choice of workloads is no whole run', () => {
  expect(parseOptions(['--quick'])).toMatchObject({ rounds: 1, seconds: 1, whole: false })
  expect(parseOptions(['--only', 'push', '--only', 'HEAD'])).toMatchObject({ only: ['push', 'HEAD'], whole: false })
})

test('length can be chosen for a quick run too', () => {
  expect(parseOptions(['--quick', '--rounds', '2'])).toMatchObject({ rounds: 2, seconds: 1 })
})

test('the REST API is measured at a size of its own; only the large one is kept', () => {
  expect(parseOptions(['--rest'])).toMatchObject({ part: 'rest', scale: 1, whole: true })
  expect(parseOptions(['--rest', '--scale', '0.1'])).toMatchObject({ part: 'rest', scale: 0.1, whole: false })
  expect(parseOptions(['--rest', '--events', '500000'])).toMatchObject({ events: 500_000, whole: true })
})

test('what is about images that come and go is measured by itself', () => {
  expect(parseOptions(['--replication'])).toMatchObject({ part: 'replication', whole: true })
  expect(parseOptions(['--proxy-cache', '--quick'])).toMatchObject({ part: 'proxy-cache', whole: false })
})

test.each([
  [['--scale', '100'], '--scale'],
  [['--rounds', '0'], '--rounds'],
  [['--events', '1'], '--events'],
  [['--seconds', 'many'], '--seconds'],
  [['--folder', 'here'], '--folder: must be an absolute path'],
  [['--fast'], '--fast'],
])('refuses %j and names it', (args, message) => {
  expect(() => parseOptions(args)).toThrow(UsageError)
  expect(() => parseOptions(args)).toThrow(message)
})
