import { expect, test } from 'vitest'
import { contains, listQuery, readListSearch, sortOfSorter } from './list-state'

test('keeps what differs from the default, and drops what makes no sense', () => {
  expect(readListSearch({ q: ' web ', page: '3', size: 50, sort: '-name' }, ['name'])).toEqual({
    q: 'web',
    page: 3,
    size: 50,
    sort: '-name',
  })
  expect(readListSearch({ q: '', page: -1, size: 15, sort: 'password', evil: 1 }, ['name'])).toEqual({})
})

test('takes a name made of digits for text', () => {
  expect(readListSearch({ q: 2024 }, [])).toEqual({ q: '2024' })
})

test("asks for the list's defaults where the URL says nothing", () => {
  expect(listQuery({}, '-push_time')).toEqual({ page: 1, page_size: 15, sort: '-push_time' })
})

test("keeps the query grammar's signs out of a search term", () => {
  expect(contains('name', 'a,b=~(c)')).toEqual({ q: 'name=~abc' })
  expect(contains('name', ' ')).toEqual({})
  expect(contains('name', undefined)).toEqual({})
})

test("writes a table's sorting in the form of the API", () => {
  expect(sortOfSorter({ columnKey: 'size', order: 'descend' })).toBe('-size')
  expect(sortOfSorter({ columnKey: 'size', order: 'ascend' })).toBe('size')
  expect(sortOfSorter({ columnKey: 'size', order: null })).toBeUndefined()
})
