import { createLogger } from '@berth/telemetry'
import { expect, test } from 'vitest'
import { runLoop } from './loop.js'

function setUp() {
  const lines: string[] = []
  const logger = createLogger({ service: 'test', level: 'info' }, { write: (line) => void lines.push(line) })
  return { logger, lines, stop: new AbortController() }
}

test('goes on at once while more is waiting', async () => {
  const { logger, stop } = setUp()
  let left = 3
  const work = async () => {
    left -= 1
    if (left === 0) stop.abort()
    return true
  }
  await runLoop({ name: 'queue', intervalMs: 60_000, logger, work }, stop.signal)
  expect(left).toBe(0)
})

test('survives failures, and logs where they begin and end', async () => {
  const { logger, lines, stop } = setUp()
  let round = 0
  const work = async () => {
    round += 1
    if (round <= 3) throw new Error('down')
    stop.abort()
    return false
  }
  await runLoop({ name: 'queue', intervalMs: 1, logger, work }, stop.signal)
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    'fails, and will be tried again',
    'works again',
  ])
})
