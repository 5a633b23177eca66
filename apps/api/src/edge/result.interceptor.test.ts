import { describe, expect, it } from 'vitest'
import { pageLinks } from './result.interceptor.js'
import { Page } from './results.js'

describe('pageLinks', () => {
  it('names the neighbours under the same query', () => {
    expect(pageLinks('/api/v2.0/users?q=a&page=2&page_size=10', new Page([], 25, 2, 10))).toBe(
      '</api/v2.0/users?q=a&page=1&page_size=10>; rel="prev" , </api/v2.0/users?q=a&page=3&page_size=10>; rel="next"',
    )
  })

  it('says where the next page begins, and takes back where this one did', () => {
    expect(pageLinks('/x?after=old&page=2', new Page([], 25, 2, 10, 'new'))).toBe(
      '</x?page=1&page_size=10>; rel="prev" , </x?page=3&page_size=10&after=new>; rel="next"',
    )
  })

  it('says nothing of a list that fits one page', () => {
    expect(pageLinks('/api/v2.0/users', new Page([], 5, 1, 10))).toBe('')
  })

  it('leads on where every row was asked for and more than fit is there', () => {
    expect(pageLinks('/x?page_size=0', new Page([], 20_000, 1, 'all', 'new'))).toBe(
      '</x?page_size=0&page=1&after=new>; rel="next"',
    )
    expect(pageLinks('/x?page_size=0', new Page([], 25, 1, 'all'))).toBe('')
  })

  it('says nothing where the query makes links longer than a header may be', () => {
    const page = new Page([], 30, 2, 10)
    expect(pageLinks(`/x?q=name%3D${'a'.repeat(5_000)}`, page).length).toBeLessThan(12 * 1024)
    expect(pageLinks(`/x?q=name%3D${'a'.repeat(5_000)}`, page)).toContain('rel="next"')
    expect(pageLinks(`/x?q=name%3D${'a'.repeat(7_000)}`, page)).toBe('')
  })

  it('leads back from beyond the end', () => {
    expect(pageLinks('/x', new Page([], 5, 9, 10))).toBe('</x?page=1&page_size=10>; rel="prev"')
  })
})
