import { expect, test } from 'vitest'
import { JobLog } from './job-log.js'

/** Lines without their times. */
const linesOf = (written: readonly string[]) =>
  written
    .join('')
    .split('\n')
    .map((line) => line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z /, ''))

test('writes what has come since the last time, each line with its time', async () => {
  const written: string[] = []
  const log = new JobLog(async (text) => void written.push(text))
  log.add('first')
  log.add('second')
  await log.flush()
  await log.flush()
  log.add('third')
  await log.close()
  expect(written).toHaveLength(2)
  expect(written[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z first\n.+ second\n$/)
  expect(linesOf(written)).toEqual(['first', 'second', 'third', ''])
})

test('keeps a line one line, without what PostgreSQL refuses', async () => {
  const written: string[] = []
  const log = new JobLog(async (text) => void written.push(text))
  log.add('one\r\ntwo\0three')
  await log.close()
  expect(linesOf(written)).toEqual(['one two three', ''])
})

test('writes again what could not be written, in order', async () => {
  const written: string[] = []
  let down = true
  const log = new JobLog(async (text) => {
    if (down) throw new Error('down')
    written.push(text)
  })
  log.add('first')
  await expect(log.flush()).rejects.toThrow('down')
  log.add('second')
  down = false
  await log.close()
  expect(linesOf(written)).toEqual(['first', 'second', ''])
})

test('leaves out what is over the limit, but keeps the last lines and says so', async () => {
  const written: string[] = []
  const log = new JobLog(async (text) => void written.push(text), 1000)
  for (let index = 0; index < 500; index += 1) log.add(`line ${index}`)
  await log.close()
  const lines = linesOf(written)
  const gap = lines.findIndex((line) => line.startsWith('('))
  expect(lines.slice(0, gap)).toEqual(Array.from({ length: gap }, (_, index) => `line ${index}`))
  expect(lines[gap]).toBe(`(${500 - gap - 20} lines are left out here)`)
  expect(lines.slice(gap + 1, -1)).toEqual(Array.from({ length: 20 }, (_, index) => `line ${480 + index}`))
  expect(written.join('').length).toBeLessThan(2000)
})

test('writes much in pieces of whole lines, and cuts a line that is long itself', async () => {
  const written: string[] = []
  const log = new JobLog(async (text) => void written.push(text))
  for (let index = 0; index < 20; index += 1) log.add(`${index}${'x'.repeat(12_000)}`)
  await log.close()
  expect(written.length).toBeGreaterThan(2)
  for (const piece of written) {
    expect(piece.length).toBeLessThanOrEqual(65_536)
    expect(piece.endsWith('\n')).toBe(true)
  }
  const lines = linesOf(written).slice(0, -1)
  expect(lines).toHaveLength(20)
  expect(lines.every((line, index) => line.startsWith(`${index}x`) && line.length === 10_001)).toBe(true)
})

test('keeps half a character from PostgreSQL', async () => {
  const written: string[] = []
  const log = new JobLog(async (text) => void written.push(text))
  log.add('a\ud800b')
  log.add(`${'x'.repeat(9_999)}😀`)
  await log.close()
  expect(written.join('').isWellFormed()).toBe(true)
})
