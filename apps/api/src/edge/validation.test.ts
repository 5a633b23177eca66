import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readQuery, withoutNulls } from './validation.js'

describe('a body', () => {
  it('leaves out what is null, at every depth', () => {
    const body = { a: null, b: { c: null, d: [{ e: null, f: 0 }] }, g: false, h: '' }
    expect(withoutNulls(body)).toEqual({ b: { d: [{ f: 0 }] }, g: false, h: '' })
  })

  it('of any depth is read without running out of stack', () => {
    expect(() => withoutNulls(JSON.parse(`${'{"a":'.repeat(20_000)}null${'}'.repeat(20_000)}`))).not.toThrow()
  })

  it('that is null stays so, for its schema to refuse', () => {
    expect(withoutNulls(null)).toBeNull()
  })
})

describe('a query', () => {
  const schema = z.object({ page: z.coerce.number(), scope: z.union([z.string(), z.array(z.string())]) })

  it('counts an empty parameter as left out', () => {
    expect(readQuery({ page: '', q: 'a', sort: '' }, schema)).toEqual({ q: 'a' })
  })

  it('takes the last of what is repeated, unless the schema takes all', () => {
    expect(readQuery({ page: ['1', '2'], q: ['a', 'b'], scope: ['x', 'y'] }, schema)).toEqual({
      page: '2',
      q: 'b',
      scope: ['x', 'y'],
    })
    expect(readQuery({ page: ['1', ''] }, schema)).toEqual({})
  })
})
