import { expect, test } from 'vitest'
import { formatDuration } from './duration'

const start = '2026-11-24T12:00:00.000Z'
const after = (seconds: number, language = 'en-US') =>
  formatDuration(start, new Date(Date.parse(start) + seconds * 1000).toISOString(), language)

test('shows the two greatest units', () => {
  expect(after(7.9)).toBe('7 sec')
  expect(after(125)).toBe('2 min 5 sec')
  expect(after(120)).toBe('2 min')
  expect(after(7384)).toBe('2 hr 3 min')
})

test('says so where it is less than a second', () => {
  expect(after(0.2)).toBe('< 1 sec')
})

test('speaks Chinese', () => {
  expect(after(125, 'zh-CN')).toBe('2分钟 5秒')
})
