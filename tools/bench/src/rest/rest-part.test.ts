import { expect, test } from 'vitest'
import type { RestMeasurement, RestResult } from './rest-bench.js'
import { missedAims, renderRestPart } from './rest-part.js'

const measured = (p50: number, p99: number): RestMeasurement =>
  new Map(
    [1, 16, 64].map((connections) => [
      connections,
      { requests: 100, bytes: 1, seconds: 1, p50, p99, cpuMilliseconds: 7 },
    ]),
  )
const result = (name: string, small: RestMeasurement, large: RestMeasurement): RestResult => ({
  workload: { name, path: name },
  small,
  large,
})

const part = renderRestPart({
  title: 'Berth 1.2.3',
  artifacts: 1_000_000,
  events: 500_000,
  results: [result('artifacts', measured(2, 5), measured(3, 40))],
  date: new Date('2026-11-26'),
  machine: ['2 cores'],
  commit: 'abc1234',
  seconds: 3,
  note: 'Somebody else worked on the machine.',
})

test('says what each request took with much, and how many times as long as with little', () => {
  expect(part).toContain('| artifacts | 100 | 3 | 40 | 100 | 3 | 40 | 100 | 3 | 40 | 7 | 2 | 1.5 |')
  expect(part).toContain('All are reached.')
  expect(part).toContain('- 2 cores\n- Somebody else worked on the machine.\n')
})

test('names what misses an aim, and what has no figure', () => {
  expect(
    missedAims([
      result('slow', measured(2, 5), measured(3, 140)),
      result('grows', measured(2, 5), measured(5, 40)),
      result('broken', measured(2, 5), 'errors among 7 answers'),
    ]),
  ).toEqual([
    'slow: p99 140 ms at 16 connections',
    'grows: 2.5 × its time at 1,000 artifacts',
    'broken: no figure, errors among 7 answers',
  ])
})
