import sql, { type Sql } from 'sql-template-tag'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeCursor } from './list-order.js'
import { ALL_ROWS, listQuery } from './list-query.js'
import { byDigest, byWhole, GATHERED, listStatement } from './list-statement.js'
import type { ListScope, ListView } from './list-view.js'

const view: ListView = {
  row: z.object({ id: z.int(), name: z.string() }),
  columns: sql`t.id, t.name, o.name as owner`,
  from: sql`thing t`,
  details: sql`join owner o on o.id = t.owner`,
  fields: {
    id: { type: 'integer', expression: sql`t.id`, sortable: true },
    name: { type: 'text', expression: sql`t.name`, order: sql`t.sort_key`, sortable: true },
    open: { type: 'boolean', expression: sql`t.open` },
    at: { type: 'time', expression: sql`t.at`, sortable: true, nullable: true },
  },
  special: { colour: () => sql`t.red`, kind: byWhole('kind', sql`t.kind`), digest: byDigest(sql`t.digest`) },
  defaultSort: 'name',
  key: sql`t.id`,
}

const statement = (asked: object, total?: Sql) =>
  listStatement(view, listQuery.parse(asked), { where: [sql`t.owner = ${7}`], ...(total && { total }) })
const text = (asked: object) => statement(asked).text.replaceAll(/\s+/g, ' ')

describe('listStatement', () => {
  it('pages in one statement, with a unique order, and joins details to the rows of the page alone', () => {
    const built = statement({ page: '3', page_size: '20' })
    const readable = built.text.replaceAll(/\s+/g, ' ')
    expect(readable).toContain(
      'select t.sort_key as s0,t.id as s1 from thing t where t.owner = $5 order by t.sort_key,t.id limit $6 offset $7',
    )
    expect(readable).toContain('from thing t join owner o on o.id = t.owner where t.id = picked.s1')
    expect(built.values.slice(4, 7)).toEqual([7, 20, 40])
  })

  it('reads a page beyond the middle from the end', () => {
    const built = text({ page: '3', page_size: '20', sort: '-at' })
    expect(built).toContain('order by t.at desc nulls last,t.id desc limit')
    expect(built).toContain('order by t.at nulls first,t.id limit greatest(least(((select total from counted)')
    expect(text({})).not.toContain('union all')
  })

  it('takes the kept number only while the client filters nothing, and counts no further than it says', () => {
    const total = sql`(select n from counters)`
    expect(statement({}, total).text).toContain('(select n from counters)::int')
    expect(statement({}, total).text).not.toContain('count(*)')
    expect(statement({ q: 'name=x' }, total).text).not.toContain('counters')
    expect(statement({ q: 'name=x' }, total).values).toContain(GATHERED + 1)
  })

  it('goes on after the row that a link names, in the order of that link alone', () => {
    const after = writeCursor('-name', ['k', 5])
    const built = statement({ sort: '-name', page: '900', after })
    expect(built.text.replaceAll(/\s+/g, ' ')).toMatch(
      /\(t\.sort_key,t\.id\) < \(\$\d::text,\$\d::bigint\) order by t\.sort_key desc,t\.id desc limit/,
    )
    expect(built.values).toEqual(expect.arrayContaining(['k', 5]))
    for (const asked of [
      { sort: 'name', after },
      { sort: '-name', after: 'nonsense' },
      { sort: '-name', after: writeCursor('-name', ['k', 'five']) },
      { sort: '-name', after: writeCursor('-name', ['k']) },
      { sort: '-at', after: writeCursor('-at', ['2026-01-01T00:00:00+00:00', 5]) },
    ]) {
      expect(() => statement(asked)).toThrow(expect.objectContaining({ reason: 'BAD_QUERY' }))
    }
  })

  it.each([
    ['name=x', 't.name = $2::text', 'x'],
    ['name="a b"', 't.name = $2::text', 'a b'],
    ['name=~50%_\\', 't.name ilike $2', '%50\\%\\_\\\\%'],
    ['id=5', 't.id = $2::bigint', 5],
    ['open=true', 't.open = $2::boolean', true],
    ['at=2026-01-02T03:04:05', 't.at = $2::timestamptz', '2026-01-02T03:04:05.000Z'],
    ['kind=x', 't.kind = $2', 'x'],
    ['digest=~sha256:0f', 't.digest >= $2 and t.digest < $3', 'sha256:0f'],
    ['id=[3~]', 't.id >= $2::bigint', 3],
    // What Harbor's clients send encoded twice.
    ['name%3Dx', 't.name = $2::text', 'x'],
    ['name=~p%252Fapp', 't.name ilike $2', '%p\\%2Fapp%'],
    ['kind=application/vnd.oci+json', 't.kind = $2', 'application/vnd.oci+json'],
    ['name={\'a\' "b"}', 't.name in ($2::text,$3::text)', 'a'],
    ['name=\\~x', 't.name = $2::text', '~x'],
    ['name=a,name=b', 't.name = $2::text', 'b'],
    ['Name=x', 't.name = $2::text', 'x'],
    ['ID=[~7]', 't.id <= $2::bigint', 7],
    ['open=Yes', 't.open = $2::boolean', true],
  ])('reads q=%s', (q, sqlText, value) => {
    const built = statement({ q })
    expect(built.text).toContain(sqlText)
    expect(built.values[1]).toBe(value)
  })

  it('reads ranges, lists and what is more than one field', () => {
    expect(text({ q: 'at=[2026-01-01~2026-02-01],name={a b}' })).toContain(
      't.owner = $1 and t.at >= $2::timestamptz and t.at < $3::timestamptz and t.name in ($4::text,$5::text)',
    )
    expect(text({ q: 'colour=red' })).toContain('t.owner = $1 and t.red')
  })

  it.each([
    ['2026-03-31', '2026-04-01T00:00:00.000Z'],
    ['2026-03-31T12:00:00', '2026-03-31T12:00:01.000Z'],
    ['2026-03-31T12:00:00.123Z', '2026-03-31T12:00:00.124Z'],
    ['2026-03-31T12:00:00+02:00', '2026-03-31T10:00:01.000Z'],
    ['9999-12-31', 'infinity'],
  ])('a range up to %s has all of the day, second or millisecond', (max, end) => {
    expect(statement({ q: `at=[~${max}]` }).values[1]).toBe(end)
  })

  it('a date is a whole day', () => {
    const built = statement({ q: 'at=2026-03-31' })
    expect(built.text).toContain('t.at >= $2::timestamptz and t.at < $3::timestamptz')
    expect(built.values.slice(1, 3)).toEqual(['2026-03-31T00:00:00.000Z', '2026-04-01T00:00:00.000Z'])
  })

  const at = sql`t.at`
  const timed: ListView = {
    ...view,
    fields: { at: { type: 'time', expression: at, sortable: true } },
    keyTime: at,
    defaultSort: '-at',
  }
  const timedText = (asked: object, groups?: ListScope['groups']) =>
    listStatement(timed, listQuery.parse(asked), { where: [sql`t.kept`], ...(groups && { groups }) }).text.replaceAll(
      /\s+/g,
      ' ',
    )

  it('finds a row of a table in parts by its time and its key', () => {
    expect(timedText({})).toContain('order by t.at desc,t.id desc limit')
    expect(timedText({})).toContain('where t.id = picked.s1 and t.at = picked.s0')
  })

  it('puts pages together from groups, each in its order', () => {
    const built = timedText({ page: '3' }, { of: sql`t.owner`, ids: [4, 5] })
    expect(built).toMatch(/from unnest\(\$\d+::int\[\]\) one \(id\) cross join lateral/)
    expect(built).toMatch(
      /t.owner = one.id and t.kept order by t.at desc,t.id desc limit 1\) first order by s0 desc,s1 desc limit/,
    )
    expect(built).toMatch(
      /t.owner = one.id and t.kept order by t.at desc,t.id desc limit \$\d+::bigint \+ \$\d+::bigint\) rows/,
    )
    expect(built).toMatch(
      /t.owner = one.id and t.kept order by t.at,t.id limit greatest\(least\(\(\(select total from counted\)/,
    )
    expect(built).toMatch(/t.kept and t.owner = any \(\$\d+::int\[\]\)/)
  })

  it('takes no position that PostgreSQL cannot read', () => {
    const byTime: ListView = { ...view, fields: { at: { type: 'time', expression: sql`t.at`, sortable: true } } }
    const goOn = (of: ListView, sort: string, value: string) =>
      listStatement(of, listQuery.parse({ sort, after: writeCursor(sort, [value, 5]) }), { where: [] })
    expect(() => goOn(byTime, 'at', '2026-02-28T01:02:03.123456+08:00')).not.toThrow()
    for (const time of [
      '9999-99-99T99:99:99+99:99',
      '2026-02-30T00:00:00+00:00',
      '0000-01-01T00:00:00+00:00',
      '300000-01-01T00:00:00+00:00',
      '2026-01-01T00:00:00+16:00',
    ])
      expect(() => goOn(byTime, 'at', time), time).toThrow(expect.objectContaining({ reason: 'BAD_QUERY' }))
    for (const name of ['a\0', '\ud800'])
      expect(() => goOn(view, 'name', name)).toThrow(expect.objectContaining({ reason: 'BAD_QUERY' }))
  })

  it('sorts by a field once, as it is named first', () => {
    expect(text({ sort: 'name,-id,-name,id' })).toContain('order by t.sort_key,t.id desc,t.id desc limit')
  })

  it('sorts as asked, rows without a value last', () => {
    expect(text({ sort: '-at,name' })).toContain('order by t.at desc nulls last,t.sort_key,t.id')
  })

  it.each([
    'name',
    '=x',
    'name=',
    'name=~',
    'id=x',
    'id=~1',
    'open=maybe',
    'at=yesterday',
    'at=2026-13-45',
    'at=2026-02-30',
    'at=[2025-02-29~]',
    'at=2026-01-01T24:00:00',
    'at=0000-01-01',
    'at=[~9999-12-31T23:59:59-01:00]',
    'id=[1]',
    'id=[~]',
    'id=[1~2',
    'name=a\0',
    'kind=~x',
    'digest=~0f',
  ])('refuses q=%j with BAD_QUERY', (q) => {
    expect(() => statement({ q })).toThrow(expect.objectContaining({ reason: 'BAD_QUERY' }))
  })

  it.each(['nope=1', 'constructor=1', 'name={}', 'name=()', 'name=(a b)', 'kind=(a b)', 'tostring=1'])(
    'asks nothing for q=%j, as Harbor does',
    (q) => {
      expect(statement({ q }).sql).toBe(statement({}).sql)
    },
  )

  it.each(['open', 'nope', '-', 'name;drop table x', 'toString', ','])('keeps its own order for sort=%j', (sort) => {
    expect(text({ sort })).toContain('order by t.sort_key,t.id limit')
  })

  it("sorts by what it knows of several, also by the names of Harbor's code", () => {
    expect(text({ sort: 'nope,-ID,open,name' })).toContain('order by t.id desc,t.sort_key,t.id limit')
  })

  it.each([{ page: '0' }, { page: '-1' }, { page: '0', page_size: '10' }])('takes %j for the first page', (asked) => {
    expect(statement(asked)).toEqual(statement({}))
  })

  it.each(['0', '-1', '-9000'])('gives every row up to a bound for page_size=%s, whatever the page', (size) => {
    const built = statement({ page: '7', page_size: size })
    expect(built.values).toContain(ALL_ROWS)
    expect(built).toEqual(statement({ page_size: '0' }))
  })

  it.each([{ page_size: '101' }, { page: 'x' }, { page: '1.5' }])('refuses %j', (asked) => {
    expect(listQuery.safeParse(asked).success).toBe(false)
  })
})
