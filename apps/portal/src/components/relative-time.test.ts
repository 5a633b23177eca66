import { expect, test } from 'vitest'
import { formatBytes } from './byte-size'
import { formatDate, formatRelative } from './relative-time'

const now = new Date('2026-11-24T12:00:00Z')

test('says times as people do, in both languages', () => {
  expect(formatRelative(new Date('2026-11-24T11:59:30Z'), now, 'en-US')).toBeUndefined()
  expect(formatRelative(new Date('2026-11-24T09:00:00Z'), now, 'en-US')).toBe('3 hours ago')
  expect(formatRelative(new Date('2026-11-23T11:00:00Z'), now, 'zh-CN')).toBe('昨天')
})

test('says of times ahead how much is left, not less by one for a moment that has passed', () => {
  expect(formatRelative(new Date('2026-12-01T11:59:55Z'), now, 'en-US')).toBe('in 1 week')
  expect(formatRelative(new Date('2026-11-30T11:59:55Z'), now, 'zh-CN')).toBe('6天后')
  expect(formatRelative(new Date('2026-11-25T11:59:55Z'), now, 'en-US')).toBe('in 1 day')
})

test('says sizes in binary units', () => {
  expect(formatBytes(0, 'en-US')).toBe('0 B')
  expect(formatBytes(1536, 'en-US')).toBe('1.5 KiB')
  expect(formatBytes(58_213_442, 'en-US')).toBe('55.5 MiB')
})

test('tells date and time here or in UTC, for whoever prefers that', () => {
  const time = new Date('2026-03-31T23:30:00Z')
  expect(formatDate(time, 'en-US', 'utc')).toBe('Mar 31, 2026, 11:30 PM UTC')
  expect(formatDate(time, 'zh-CN', 'utc')).toBe('2026年3月31日 23:30 UTC')
  expect(formatDate(time, 'en-US', 'local')).toBe(
    new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' }).format(time),
  )
})
