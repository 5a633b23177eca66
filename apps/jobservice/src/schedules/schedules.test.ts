import { expect, test } from 'vitest'
import { nextRun } from './schedules.js'

test('schedules are in UTC', () => {
  expect(nextRun('30 3 * * *', new Date('2026-11-24T12:00:00Z'))).toEqual(new Date('2026-11-25T03:30:00Z'))
})

test('the next run is after now, also when now is due', () => {
  expect(nextRun('*/5 * * * *', new Date('2026-11-24T12:05:00Z'))).toEqual(new Date('2026-11-24T12:10:00Z'))
})

test('refuses what is not a cron expression', () => {
  expect(() => nextRun('each day', new Date())).toThrow()
})
