import { describe, expect, test } from 'vitest'
import { descendants, parseStat } from './process-tree.js'

const stat = (pid: number, name: string, parent: number) =>
  `${pid} (${name}) S ${parent} ${pid} ${pid} 0 -1 4194560 5 6 7 8 150 50 20 30 20 0 1 0 1000 100000 200 0`

test('reads parent, name and CPU seconds with those of ended children', () => {
  expect(parseStat(stat(42, 'nginx', 7))).toEqual({ pid: 42, parent: 7, name: 'nginx', cpuSeconds: 2.5 })
})

test('reads a name with spaces and parentheses', () => {
  expect(parseStat(stat(42, 'postgres: (main) x) y', 7))).toMatchObject({ parent: 7, name: 'postgres: (main) x) y' })
})

describe('descendants', () => {
  const entries = [stat(1, 'init', 0), stat(10, 'sh', 1), stat(11, 'node', 10), stat(12, 'node', 11), stat(20, 'sh', 1)]
  test('finds children of children, and leaves the root and others out', () => {
    expect(descendants(entries.map(parseStat), [10]).map((entry) => entry.pid)).toEqual([11, 12])
  })
})
