import { expect, test } from 'vitest'
import { contains, listQuery, nextSort, pagerNumbers, readListSearch } from './list-state'

test('keeps what differs from the default, and drops what makes no sense', () => {
  expect(readListSearch({ q: ' web ', page: '3', size: 50, sort: '-name' }, ['name'])).toEqual({
    q: 'web',
    page: 3,
    size: 50,
    sort: '-name',
  })
  expect(readListSearch({ page: 1e10 }, [])).toEqual({})
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
  expect(contains('name', '50%_*')).toEqual({ q: 'name=~50%_*' })
  expect(contains('name', ' ')).toEqual({})
  expect(contains('name', undefined)).toEqual({})
})

test('goes from ascending over descending back to the order that a list has by itself', () => {
  expect(nextSort('-push_time', 'size')).toBe('size')
  expect(nextSort('size', 'size')).toBe('-size')
  expect(nextSort('-size', 'size')).toBeUndefined()
})

test('offers the first, the last and the neighbouring pages', () => {
  expect(pagerNumbers(1, 1)).toEqual([1])
  expect(pagerNumbers(1, 3)).toEqual([1, 2, 3])
  expect(pagerNumbers(5, 9)).toEqual([1, undefined, 4, 5, 6, undefined, 9])
  expect(pagerNumbers(3, 5)).toEqual([1, 2, 3, 4, 5])
  expect(pagerNumbers(7, 3)).toEqual([1, 2, 3])
})
