import { expect, test } from 'vitest'
import { createLogger } from './logger.js'

function collect() {
  const lines: string[] = []
  const logger = createLogger({ service: 'api', level: 'info' }, { write: (line) => void lines.push(line) })
  return { logger, lines }
}

test('writes one JSON object a line, with level, time, service and message', () => {
  const { logger, lines } = collect()
  logger.info({ project: 'dev' }, 'created')
  logger.debug('not at this level')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), service: 'api', project: 'dev', msg: 'created' },
  ])
})

test('never writes credentials', () => {
  const { logger, lines } = collect()
  const headers = { authorization: 'Basic hunter2', cookie: 'sid=hunter2', 'x-request-id': 'kept' }
  logger.info({
    req: { headers, body: { password: 'hunter2' } },
    headers,
    res: { headers: { 'set-cookie': 'hunter2' } },
  })
  logger.info({ user: { username: 'kept', password_hash: 'hunter2' }, password: 'hunter2', token: 'hunter2' })
  const text = lines.join('')
  expect(text).not.toContain('hunter2')
  expect(text.match(/kept/g)).toHaveLength(3)
})

test('writes of a statement that failed what it was, and none of the values', () => {
  const { logger, lines } = collect()
  const fromDriver = Object.assign(new Error('violates check'), {
    severity: 'ERROR',
    detail: 'row (hunter2)',
    code: '23514',
  })
  const query = 'insert into harbor_user values ($1)'
  const failed = Object.assign(new Error('failed'), { query, parameters: ['hunter2'], driverError: fromDriver })
  logger.error({ err: failed }, 'request failed')
  logger.error(new Error('outer', { cause: failed }))
  expect(lines.join('')).not.toContain('hunter2')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { query, driverError: { code: '23514' } } })
})

test('writes errors with their stack and cause', () => {
  const { logger, lines } = collect()
  logger.error(new Error('outer', { cause: new Error('inner') }))
  expect(lines[0]).toMatch(/outer.*inner/s)
})
