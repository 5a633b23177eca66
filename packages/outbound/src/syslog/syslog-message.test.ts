import { expect, it } from 'vitest'
import { writeSyslog } from './syslog-message.js'

const time = new Date('2026-03-31T23:30:00.123Z')

it('writes the head of RFC 5424, then what is told in UTF-8', () => {
  const message = { time, severity: 'informational', kind: 'project.created', text: '{"user":"张三"}' } as const
  expect(writeSyslog(message, 'node-1', 'berth').toString()).toBe(
    '<110>1 2026-03-31T23:30:00.123Z node-1 berth - project.created - {"user":"张三"}',
  )
})

it('lets nothing begin a line or a field of its own', () => {
  const message = { time, severity: 'warning', kind: 'a b\n<1>', text: 'one\r\n<0>1 forged' } as const
  expect(writeSyslog(message, 'höst name', '').toString()).toBe(
    '<108>1 2026-03-31T23:30:00.123Z hstname - - ab<1> - one <0>1 forged',
  )
})

it('keeps to the lengths of the specification', () => {
  const long = 'x'.repeat(300)
  const [, , host, app, , kind] = writeSyslog({ time, severity: 'warning', kind: long, text: '' }, long, long)
    .toString()
    .split(' ')
  expect([host?.length, app?.length, kind?.length]).toEqual([255, 48, 32])
})
