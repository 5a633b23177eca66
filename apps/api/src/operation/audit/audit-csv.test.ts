import { expect, it } from 'vitest'
import { csvHead, csvLine } from './audit-csv.js'

const entry = {
  id: 1,
  op_time: '2026-03-31T23:30:00.000Z',
  username: 'ann',
  operation: 'create',
  resource_type: 'project',
  resource: 'dev',
  operation_result: true,
  operation_description: 'create project: dev',
  source_address: null,
  request_id: null,
  details: { project: 'dev' },
}

it('has a cell for each column', () => {
  expect(csvHead.trim().split(',')).toHaveLength(10)
  expect(csvLine(entry)).toBe(
    '"2026-03-31T23:30:00.000Z","ann","create","project","dev","true","create project: dev","","","{""project"":""dev""}"\r\n',
  )
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '|cmd', '%0a=1', '＝1+1', '＠SUM(A1)'])(
  '%j is no formula',
  (username) => {
    expect(csvLine({ ...entry, username }).split(',')[1]).toBe(`"'${username}"`)
  },
)

it('keeps what is said within its cell', () => {
  const resource = 'a","b\r\nc'
  expect(csvLine({ ...entry, resource })).toContain('"a"",""b\r\nc"')
})
