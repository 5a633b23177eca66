import { afterEach, expect, test, vi } from 'vitest'
import { nextRun, nextRuns } from './next-run.js'

afterEach(() => vi.unstubAllEnvs())

test.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('schedules are in UTC, also on a machine in %s', (zone) => {
  vi.stubEnv('TZ', zone)
  expect(nextRun('0 0 0 * * *', new Date('2026-11-24T12:00:00Z'))).toEqual(new Date('2026-11-25T00:00:00Z'))
  expect(nextRun('30 3 * * *', new Date('2026-11-24T12:00:00Z'))).toEqual(new Date('2026-11-25T03:30:00Z'))
})

test('the second may stand before the other fields', () => {
  expect(nextRun('15 30 3 * * 0', new Date('2026-11-24T12:00:00Z'))).toEqual(new Date('2026-11-29T03:30:15Z'))
})

test.each(['  15   30  9-17   1,15 1-12 1-5  ', '15 30 9-17 1,15 1-12 1-5'])('spaces say nothing in %j', (cron) => {
  expect(nextRun(cron, new Date('2026-11-24T12:00:00Z'))).toEqual(new Date('2026-11-24T12:30:15Z'))
})

test('the next run is after now, also when now is due', () => {
  expect(nextRun('*/5 * * * *', new Date('2026-11-24T12:05:00Z'))).toEqual(new Date('2026-11-24T12:10:00Z'))
})

test('the next runs follow each other', () => {
  const runs = nextRuns('0 0 * * 1', new Date('2026-11-24T12:00:00Z'), 3).map((run) => run.toISOString().slice(0, 10))
  expect(runs).toEqual(['2026-11-30', '2026-12-07', '2026-12-14'])
})

test.each([
  '',
  'each day',
  '5',
  '* * * * * *',
  '*/10 * * * * *',
  '61 * * * *',
  '0 0 31 2 *',
  '0 0 0 * * * *',
  '@daily',
])('refuses %j', (cron) => {
  expect(() => nextRun(cron, new Date('2026-11-24T12:00:00Z'))).toThrow(/./)
})
