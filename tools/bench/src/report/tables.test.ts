import { describe, expect, test } from 'vitest'
import { ratio, reachesTarget, summarize, type Measurement, type WorkloadResult } from '../result.js'
import type { ServerId } from '../servers/server.js'
import type { Target } from '../workload.js'
import { detailTable, faultList, figureTable } from './tables.js'

const MIB = 1024 * 1024
const servers = [
  { id: 'berth', title: 'Berth 1' },
  { id: 'docker-registry', title: 'docker-registry 2' },
  { id: 'nginx', title: 'nginx 1' },
] as const

const measured = (requests: number, memory = 10 * MIB): Measurement => ({
  outcome: { requests, bytes: requests * 1e6, seconds: 2, p50: 1, p99: 5 },
  cpuSeconds: 1,
  memory,
})

function resultOf(
  rounds: Partial<Record<ServerId, number[]>>,
  options: { target?: Target; faults?: [ServerId, string][] } = {},
): WorkloadResult {
  return {
    workload: {
      name: 'blob GET',
      unit: 'requests/s',
      load: () => Promise.reject(new Error('not run here')),
      ...(options.target === undefined ? {} : { target: options.target }),
    },
    measurements: new Map(
      Object.entries(rounds).map(([id, list]) => [id as ServerId, list.map((requests) => measured(requests))]),
    ),
    warmUpMemory: new Map(),
    faults: new Map(options.faults),
  }
}

describe('a summary', () => {
  test('takes medians over the rounds, and the spread of the figure', () => {
    const result = resultOf({ berth: [6000, 2000, 4000] })
    expect(summarize(result, 'berth')).toMatchObject({ figure: 2000, low: 1000, high: 3000, p99: 5, cpuSeconds: 1 })
    expect(summarize(result, 'berth')?.cpuPerRequest).toBe(0.25)
  })

  test('takes the highest memory of all rounds, that which does not count among them', () => {
    const result = { ...resultOf({}), measurements: new Map([['berth', [measured(2, 3), measured(2, 7)]]] as const) }
    expect(summarize(result, 'berth')?.peakMemory).toBe(7)
    expect(summarize({ ...result, warmUpMemory: new Map([['berth', 9]]) }, 'berth')?.peakMemory).toBe(9)
  })

  test('does not exist for a server that failed in a later round', () => {
    expect(summarize(resultOf({ berth: [10] }, { faults: [['berth', 'gone']] }), 'berth')).toBeUndefined()
  })
})

describe('a target', () => {
  const target: Target = { times: 6, of: 'docker-registry' }
  test('is reached at exactly its multiple', () => {
    expect(reachesTarget(resultOf({ berth: [600], 'docker-registry': [100] }, { target }))).toBe(true)
    expect(reachesTarget(resultOf({ berth: [599], 'docker-registry': [100] }, { target }))).toBe(false)
  })
  test('cannot be told when the other server has no figure', () => {
    expect(reachesTarget(resultOf({ berth: [600] }, { target }))).toBeUndefined()
    expect(ratio(resultOf({ berth: [600] }), 'docker-registry')).toBeUndefined()
  })
})

test('the first table shows figures, ratios and whether the target is reached', () => {
  const target: Target = { times: 6, of: 'docker-registry' }
  const table = figureTable([resultOf({ berth: [500], 'docker-registry': [100] }, { target })], servers)
  expect(table.split('\n')).toEqual([
    '| work | unit | Berth 1 | docker-registry 2 | nginx 1 | Berth / docker-registry 2 | Berth / nginx 1 | target | reached |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    '| blob GET | requests/s | 250 | 50 | – | 5 × | – | ≥ 6 × docker-registry 2 | **no** |',
  ])
})

test('the second table has a line for each server that was measured', () => {
  const table = detailTable([resultOf({ berth: [500], nginx: [5000] })], servers)
  expect(table.split('\n').slice(2)).toEqual([
    '| blob GET | Berth 1 | 250–250 | 1 | 5 | 1 | 2 | 10 |',
    '| blob GET | nginx 1 | 2,500–2,500 | 1 | 5 | 1 | 0.2 | 10 |',
  ])
})

test('faults are listed by workload and server', () => {
  expect(faultList([resultOf({}, { faults: [['berth', '12 status']] })], servers)).toEqual([
    'blob GET, Berth 1: 12 status',
  ])
})
