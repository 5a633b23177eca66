import sql from 'sql-template-tag'
import { describe, expect, it } from 'vitest'
import { listQuery } from './list-query.js'
import { listStatement } from './list-statement.js'
import type { ListView } from './list-view.js'

const view: ListView = {
  columns: sql`t.id, t.name`,
  from: sql`thing t`,
  fields: {
    id: { type: 'integer', expression: sql`t.id`, sortable: true },
    name: { type: 'text', expression: sql`t.name`, order: sql`t.sort_key`, sortable: true },
    open: { type: 'boolean', expression: sql`t.open` },
    at: { type: 'time', expression: sql`t.at`, sortable: true, nullable: true },
  },
  special: { colour: () => sql`t.red` },
  defaultSort: 'name',
  key: sql`t.id`,
}

const statement = (asked: object, ...rest: [] | [ReturnType<typeof sql>]) =>
  listStatement(view, listQuery.parse(asked), [sql`t.owner = ${7}`], ...rest)
const text = (asked: object) => statement(asked).text.replaceAll(/\s+/g, ' ')

describe('listStatement', () => {
  it('pages in one statement, with a unique order', () => {
    const built = statement({ page: '3', page_size: '20' })
    expect(built.text.replaceAll(/\s+/g, ' ')).toContain(
      'select t.id as key from thing t where t.owner = $1 order by t.sort_key,t.id limit $2 offset $3',
    )
    expect(built.values).toEqual([7, 20, 40, 7])
  })

  it('takes the kept counter only while the client filters nothing', () => {
    const counter = sql`(select n from counters)`
    expect(statement({}, counter).text).toContain('(select n from counters)::int')
    expect(statement({ q: 'name=x' }, counter).text).not.toContain('counters')
  })

  it.each([
    ['name=x', 't.name = $2::text', 'x'],
    ['name="a b"', 't.name = $2::text', 'a b'],
    ['name=~50%_\\', 't.name ilike $2', '%50\\%\\_\\\\%'],
    ['id=5', 't.id = $2::bigint', 5],
    ['open=true', 't.open = $2::boolean', true],
    ['at=2026-01-02T03:04:05', 't.at = $2::timestamptz', '2026-01-02T03:04:05.000Z'],
    ['id=[3~]', 't.id >= $2::bigint', 3],
  ])('reads q=%s', (q, sqlText, value) => {
    const built = statement({ q })
    expect(built.text).toContain(sqlText)
    expect(built.values[1]).toBe(value)
  })

  it('reads ranges, lists and what is more than one field', () => {
    expect(text({ q: 'at=[2026-01-01~2026-02-01],name={a b}' })).toContain(
      't.owner = $1 and t.at >= $2::timestamptz and t.at <= $3::timestamptz and t.name in ($4::text,$5::text)',
    )
    expect(text({ q: 'colour=red' })).toContain('t.owner = $1 and t.red')
  })

  it('sorts as asked, rows without a value last', () => {
    expect(text({ sort: '-at,name' })).toContain('order by t.at desc nulls last,t.sort_key,t.id')
  })

  it.each([
    'name',
    '=x',
    'name=',
    'name=~',
    'nope=1',
    'id=x',
    'id=~1',
    'open=maybe',
    'at=yesterday',
    'at=2026-13-45',
    'id=[1]',
    'id=[~]',
    'id=[1~2',
    'name={}',
    'name=a,name=b',
    'constructor=1',
    'name=a\0',
  ])('refuses q=%j with BAD_QUERY', (q) => {
    expect(() => statement({ q })).toThrow(expect.objectContaining({ reason: 'BAD_QUERY' }))
  })

  it.each(['open', 'nope', '-', 'name;drop table x', 'toString'])('refuses sort=%j with BAD_SORT', (sort) => {
    expect(() => statement({ sort })).toThrow(expect.objectContaining({ reason: 'BAD_SORT' }))
  })
})
