import { UserError } from '@berth/contracts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createValidationPipe, readQuery, withoutNulls } from './validation.js'

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

describe('a value that its schema refuses', () => {
  const schema = z.object({
    name: z.string().min(1).max(5),
    kind: z.enum(['a', 'b']),
    tags: z.array(z.object({ pattern: z.string().min(1) })).min(1),
  })
  const whole = { name: 'x', kind: 'a', tags: [{ pattern: '*' }] }
  const refused = async (value: unknown, type: 'body' | 'query') => {
    const answer: unknown = await Promise.resolve(createValidationPipe().transform(value, { type, schema })).catch(
      (error: unknown) => error,
    )
    return answer instanceof UserError ? [answer.reason, ...Object.values(answer.parameters)] : answer
  }

  it.each([
    [{ ...whole, name: undefined }, 'name'],
    [{ ...whole, name: null }, 'name'],
    [{ ...whole, kind: undefined }, 'kind'],
    [{ ...whole, tags: [{ pattern: '*' }, {}] }, 'tags.1.pattern'],
    [{}, 'name, kind, tags'],
  ])('names the members that a body lacks: %j', async (body, members) => {
    expect(await refused(body, 'body')).toEqual(['MISSING_FIELD', members])
  })

  it.each([
    [{ ...whole, name: 'too long' }],
    [{ name: 'too long', kind: 'a' }],
    [{ ...whole, name: '' }],
    [{ ...whole, tags: [] }],
    [{ ...whole, kind: 'c' }],
    [{ ...whole, tags: 'a' }],
    ['text'],
    [null],
    [[]],
  ])('is not valid where it lacks nothing, or something is wrong besides: %j', async (body) => {
    expect(await refused(body, 'body')).toEqual(['INVALID_FIELD', expect.any(String)])
  })

  it('is not valid where a parameter of a query is missing, as Harbor has it', async () => {
    expect(await refused({ kind: 'a' }, 'query')).toEqual(['INVALID_FIELD', expect.stringMatching(/^name: /)])
  })

  it('comes whole otherwise', async () => {
    expect(await refused(whole, 'body')).toEqual(whole)
  })
})
