import sql from 'sql-template-tag'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isAfter, orderBy, positionOf, readCursor, readOrder, reversed, writeCursor } from './list-order.js'
import type { ListView } from './list-view.js'

const view: ListView = {
  row: z.object({ id: z.int() }),
  columns: sql`t.id`,
  from: sql`thing t`,
  fields: {
    name: { type: 'text', expression: sql`t.name`, order: sql`t.sort_key`, sortable: true },
    size: { type: 'integer', expression: sql`t.size`, sortable: true },
    at: { type: 'time', expression: sql`t.at`, sortable: true, nullable: true },
    open: { type: 'boolean', expression: sql`t.open` },
  },
  defaultSort: '-size',
  key: sql`t.id`,
}
const timed: ListView = {
  ...view,
  fields: {
    name: { type: 'text', expression: sql`t.name` },
    at: { type: 'time', expression: sql`t.at`, sortable: true },
  },
  special: { colour: () => sql`t.red` },
  keyTime: sql`t.at`,
  defaultSort: '-at',
}
const written = (sort: string, of = view) => orderBy(readOrder(of, sort)).text

describe('an order', () => {
  it.each([
    ['', 't.size desc,t.id desc'],
    ['size', 't.size,t.id'],
    ['+size', 't.size,t.id'],
    ['-size', 't.size desc,t.id desc'],
    [' -size , name ', 't.size desc,t.sort_key,t.id'],
    ['at', 't.at nulls last,t.id'],
    ['si-ze', 't.size desc,t.id desc'],
    ['open', 't.size desc,t.id desc'],
  ])('%j is %s', (sort, order) => {
    expect(written(sort)).toBe(order)
  })

  it('is another one from its end, and itself from there', () => {
    const order = readOrder(view, '-at,size')
    expect(orderBy(reversed(order)).text).toBe('t.at nulls first,t.size desc,t.id desc')
    expect(orderBy(reversed(reversed(order))).text).toBe(orderBy(order).text)
  })

  it.each(['name', 'Name', 'colour'])('of a list by time alone is refused by %s', (name) => {
    const detail = `this list is sorted by at alone, and not by "${name}"`
    for (const sort of [name, `-${name}`, `-at,${name}`])
      expect(() => readOrder(timed, sort)).toThrow(
        expect.objectContaining({ reason: 'BAD_QUERY', parameters: { detail } }),
      )
  })

  it('of a list by time alone is its own where it knows nothing of what is asked for', () => {
    for (const sort of ['nope', '', '-at']) expect(written(sort, timed)).toBe('t.at desc,t.id desc')
  })
})

describe('a position', () => {
  const names = [sql`s0`, sql`s1`]

  it('is given where a comparison of rows can follow it', () => {
    for (const sort of ['size', '-size', 'name'])
      expect(positionOf(readOrder(view, sort), names).text).toBe('json_build_array(s0,s1)')
    for (const sort of ['at', 'size,-name'])
      expect(positionOf(readOrder(view, sort), [...names, sql`s2`]).text).toBe('null::json')
  })

  it('is followed by what comes after it, in the direction of the order', () => {
    const forwards = isAfter(readOrder(view, 'size'), [7, 5], names)
    expect(forwards.text).toBe('(s0,s1) > ($1::bigint,$2::bigint)')
    expect(forwards.values).toEqual([7, 5])
    expect(isAfter(readOrder(view, '-name'), ['k', 5], names).text).toBe('(s0,s1) < ($1::text,$2::bigint)')
  })

  const read = (cursor: string, sort: string) => readCursor(cursor, sort, readOrder(timed, sort))

  it('is read as it was written, for the same order alone', () => {
    expect(read('', '-at')).toBeUndefined()
    const position = ['2026-01-01T00:00:00+08:00', 5]
    expect(read(writeCursor('-at', position), '-at')).toEqual(position)
    expect(readCursor(writeCursor('size', [7, 5]), 'size', readOrder(view, 'size'))).toEqual([7, 5])
  })

  it.each([
    ['of another order', writeCursor('at', ['2026-01-01T00:00:00+00:00', 5])],
    ['with too little', writeCursor('-at', ['2026-01-01T00:00:00+00:00'])],
    ['with too much', writeCursor('-at', ['2026-01-01T00:00:00+00:00', 5, 5])],
    ['of another kind', writeCursor('-at', [7, 5])],
    ['at no offset that there is', writeCursor('-at', ['2026-01-01T00:00:00+16:00', 5])],
    ['in no year that there is', writeCursor('-at', ['0000-01-01T00:00:00+00:00', 5])],
    ['with nothing', Buffer.from('[]').toString('base64url')],
    ['that is no list', Buffer.from('{}').toString('base64url')],
    ['that is nothing', 'nonsense'],
  ])('%s is refused', (_, cursor) => {
    const detail = '"after" is not what a list of this order gave in its Link header'
    expect(() => read(cursor, '-at')).toThrow(expect.objectContaining({ reason: 'BAD_QUERY', parameters: { detail } }))
  })
})
