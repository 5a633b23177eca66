import { describe, expect, it } from 'vitest'
import { z } from 'zod'
// Each controller says by itself what its routes answer: all of them are loaded.
import '../app.module.js'
import { leaveOutOf } from './left-out.js'
import { type AnswerContent, describedRoutes } from './openapi.js'
import { pageLinks, schemaOf } from './result.interceptor.js'
import { Page } from './results.js'

/** JSON answers of an operation of which one would be trimmed as another: there is one way for all of them. */
function mixedUp(answers: readonly AnswerContent[]): boolean {
  const schemas = new Set(answers.flatMap((answer) => schemaOf(answer) ?? []).map((schema) => shownAs(schema)))
  return schemas.size > 1 && answers.some((answer) => leaveOutOf(schemaOf(answer)) !== undefined)
}

const shownAs = (schema: z.ZodType): string => JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }))

/** Schemas directly within one, whatever kind it is. */
const partsOf = (schema: z.ZodType): z.ZodType[] =>
  Object.values(schema.def)
    .flatMap((part: unknown) =>
      schema instanceof z.ZodObject && part === schema.shape ? Object.values(schema.shape) : part,
    )
    .filter((part) => part instanceof z.ZodType)

const lookedInto = new Set(['optional', 'nullable', 'nonoptional', 'default', 'array', 'record', 'object'])

/** Kinds of schemas that hold something to leave out, and are not looked into. */
function passedOver(schema: z.ZodType): string[] {
  const parts = partsOf(schema)
  const own = !lookedInto.has(schema.def.type) && parts.some(holdsLeftOut) ? [schema.def.type] : []
  return [...own, ...parts.flatMap(passedOver)]
}

const holdsLeftOut = (schema: z.ZodType): boolean =>
  leaveOutOf(schema) !== undefined || partsOf(schema).some(holdsLeftOut)

describe('what answers leave out', () => {
  const label = z.object({ name: z.string(), color: z.string().optional() })

  it('is the same in all JSON answers of an operation', () => {
    expect(mixedUp([label, z.array(label)])).toBe(true)
    expect(mixedUp([{ maybe: label }, label, 'none'])).toBe(false)
    expect(describedRoutes.length).toBeGreaterThan(100)
    const mixed = describedRoutes.filter(({ operation }) => mixedUp(Object.values(operation.answers)))
    expect(mixed.map(({ operation }) => operation.id)).toEqual([])
  })

  it('lies nowhere where it is not looked for', () => {
    expect(passedOver(z.object({ of: z.array(z.union([z.string(), label])) }))).toEqual(['union'])
    expect(passedOver(z.array(label.transform(String)))).toEqual(['pipe'])
    expect(passedOver(z.object({ by: z.record(z.string(), label.nullable()).optional() }))).toEqual([])
    const over = describedRoutes.flatMap(({ operation: { id, answers } }) =>
      Object.values(answers)
        .flatMap((answer) => schemaOf(answer) ?? [])
        .flatMap((schema) => passedOver(schema).map((kind) => `${id}: ${kind}`)),
    )
    expect(over).toEqual([])
  })
})

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
