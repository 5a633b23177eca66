import { expect, test } from 'vitest'
import { auditQuery } from './audit-query'
import { readAuditSearch } from './audit.search'

test('reads what stands in the address, and asks for nothing that is no filter', () => {
  const search = readAuditSearch({
    q: 'app',
    user: 7,
    result: 'maybe',
    period: 'century',
    from: 'yesterday',
    entry: 'x',
  })
  expect(search).toMatchObject({ q: 'app', user: '7', entry: undefined })
  expect(auditQuery(search)).toBe('resource=~app,username=7')
  expect(auditQuery({ period: 'day', to: '2026-03-31T23:30' })).toMatch(/^op_time=\[.*Z~\]$/)
})

test('asks the server in instants of the reader, a minute as a whole', () => {
  const local = '2026-03-31T23:30'
  const end = new Date(Date.parse(local) + 59_999).toISOString()
  expect(auditQuery({ from: local, to: local })).toBe(`op_time=[${new Date(local).toISOString()}~${end}]`)
  expect(auditQuery({ period: 'hour' }, Date.parse('2026-03-31T12:00:00Z'))).toBe('op_time=[2026-03-31T11:00:00.000Z~]')
})

test("keeps the query's own signs out of names", () => {
  expect(auditQuery({ q: 'a,b=~(c)', user: '[]', operation: 'delete', type: 'tag', result: 'failed' })).toBe(
    'resource=~abc,operation=delete,resource_type=tag,operation_result=false',
  )
  expect(auditQuery({})).toBeUndefined()
})
