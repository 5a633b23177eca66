import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { leaveOutOf } from './left-out.js'

const label = z.object({ name: z.string(), color: z.string().optional(), count: z.int().optional() })
const leaveOut = (schema: z.ZodType, value: unknown) => leaveOutOf(schema)?.(value)

describe('what an answer leaves out', () => {
  it('is an empty member that may be absent', () => {
    expect(leaveOut(label, { name: '', color: '', count: null })).toEqual({ name: '' })
    expect(leaveOut(label, { name: 'a', color: undefined })).toStrictEqual({ name: 'a' })
    expect(leaveOut(label, { name: 'a', color: 'red', count: 0 })).toEqual({ name: 'a', color: 'red', count: 0 })
  })

  it('is found within lists, objects and records, be they absent or null', () => {
    const schema = z.object({
      labels: z.array(label).nullable(),
      by: z.record(z.string(), label).optional(),
      of: label,
    })
    expect(
      leaveOut(schema, { labels: [{ name: 'a', color: '' }], by: { x: { name: 'b', color: null } }, of: null }),
    ).toEqual({ labels: [{ name: 'a' }], by: { x: { name: 'b' } }, of: null })
    expect(leaveOut(schema, { labels: null, of: { name: 'c', color: '' } })).toEqual({
      labels: null,
      of: { name: 'c' },
    })
  })

  it('is found within what has a default where it is given', () => {
    const given = z.object({ labels: z.array(label).default([]) })
    const answered = given.required()
    for (const schema of [given, answered])
      expect(leaveOut(schema, { labels: [{ name: 'a', color: '' }] })).toEqual({ labels: [{ name: 'a' }] })
  })

  it('is no member of a map: its keys are what somebody gave', () => {
    const schema = z.object({ annotations: z.record(z.string(), z.string()), title: z.string().optional() })
    expect(leaveOut(schema, { annotations: { a: '' }, title: '' })).toEqual({ annotations: { a: '' } })
  })

  it('is no empty text among values of several kinds: absent they say something else', () => {
    const setting = z.object({ value: z.union([z.string(), z.boolean()]).optional(), title: z.string().optional() })
    expect(leaveOut(setting, { value: '', title: '' })).toEqual({ value: '' })
    expect(leaveOut(setting, { value: false })).toEqual({ value: false })
  })

  it('leaves a value alone that is not of the schema', () => {
    expect(leaveOut(label, 'text')).toBe('text')
    expect(leaveOut(z.array(label), null)).toBeNull()
  })

  it('costs nothing where a schema has no such member', () => {
    expect(leaveOutOf(z.object({ name: z.string(), tags: z.array(z.string()).nullable() }))).toBeUndefined()
    expect(leaveOutOf('none')).toBeUndefined()
  })
})
