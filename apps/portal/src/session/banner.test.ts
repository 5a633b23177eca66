import { expect, test } from 'vitest'
import { readBanner } from './banner'

const today = new Date(2026, 5, 20, 12)
const read = (banner: object) => readBanner(JSON.stringify(banner), today)

test('shows a text as it is, also one that only looks like JSON', () => {
  const plain = { tone: 'info', closable: false }
  for (const message of ['Maintenance at 22:00', '{curly', '42', '"quoted"', '{"note":"no message"}', '[1]', 'null'])
    expect(readBanner(message, today)).toEqual({ ...plain, message })
  for (const nothing of ['', ' ', '{"message":""}', '{"message":5}']) expect(readBanner(nothing, today)).toBeUndefined()
})

test("shows what Harbor's portal has written", () => {
  const written = { closable: true, message: 'Moving', type: 'warning', fromDate: '06/19/2026', toDate: '06/21/2026' }
  expect(read(written)).toEqual({ message: 'Moving', tone: 'warning', closable: true })
  expect(read({ message: 'Moved', type: 'success' })).toEqual({ message: 'Moved', tone: 'success', closable: false })
  expect(read({ message: 'Moved', type: 'loud', closable: 'yes' })).toMatchObject({ tone: 'info', closable: false })
})

test('shows it from its first day to its last, both among them', () => {
  const within = (fromDate?: string, toDate?: string) => read({ message: 'x', fromDate, toDate }) !== undefined
  expect(within('06/20/2026', '06/20/2026')).toBe(true)
  expect(within('06/21/2026', '06/25/2026')).toBe(false)
  expect(within('05/01/2026', '06/19/2026')).toBe(false)
  expect(within('12/31/2025', '01/01/2027')).toBe(true)
  expect(within('6/1/2026')).toBe(true)
  expect(within(undefined, '6/1/2026')).toBe(false)
  expect(within('', 'soon')).toBe(true)
})
