import sql from 'sql-template-tag'
import { describe, expect, it } from 'vitest'
import { writeCursor } from './list-order.js'
import { ALL_ROWS, listQuery } from './list-query.js'
import { GATHERED, listStatement, PAGE_BYTES, rowStatement, utc } from './list-statement.js'
import type { ListScope, ListView } from './list-view.js'
import { statement, text, view } from './thing-view.test.support.js'

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

  it('takes pages of one row, and of a hundred', () => {
    for (const size of [1, 100]) expect(listQuery.parse({ page_size: String(size) }).page_size).toBe(size)
  })

  it('goes on behind a row also among those that a filter leaves', () => {
    const sort = '-name'
    const built = statement({ q: 'id=1', sort, page: '900', after: writeCursor(sort, ['k', 5]) })
    const readable = built.text.replaceAll(/\s+/g, ' ')
    expect(readable).toMatch(
      /from gathered where not \(select is_open from counted\) and \(s0,s1\) < \(\$\d+::text,\$\d+::bigint\) order by s0 desc,s1 desc limit \$\d+ offset \$\d+/,
    )
    expect(text({ q: 'id=1', sort })).toContain(
      'from gathered where not (select is_open from counted) order by s0 desc,s1 desc limit',
    )
    expect(built.values).not.toContain(899 * 10)
  })

  it('gathers the rows of a view that never has many, also where nothing is asked', () => {
    const small = listStatement({ ...view, isSmall: true }, listQuery.parse({}), { where: [] })
    expect(small.text).toContain('gathered as materialized')
    expect(small.values).toContain(10_001)
    expect(text({})).not.toContain('gathered as materialized')
  })

  it('shows rows light where a page has no more room', () => {
    const light = listStatement({ ...view, light: { name: '' } }, listQuery.parse({}), { where: [] })
    expect(light.text).toContain('case when bytes <= $')
    expect(light.values).toEqual(expect.arrayContaining([PAGE_BYTES, '{"name":""}']))
    expect(PAGE_BYTES).toBe(2_097_152)
    expect(text({})).toContain("coalesce((select json_agg(shown order by place) from measured), '[]') as rows")
  })

  it('finds the one row that meets conditions', () => {
    const row = rowStatement(view, [sql`t.id = ${5}`, sql`t.name = ${'x'}`])
    expect(row.text.replaceAll(/\s+/g, ' ')).toContain(
      'from thing t join owner o on o.id = t.owner where t.id = $1 and t.name = $2 limit 1',
    )
    expect(utc(sql`t.at`).text).toBe(`to_char((t.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
  })

  it.each([{ page_size: '101' }, { page: 'x' }, { page: '1.5' }])('refuses %j', (asked) => {
    expect(listQuery.safeParse(asked).success).toBe(false)
  })
})
