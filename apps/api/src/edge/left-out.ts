import { z } from 'zod'

type LeaveOut = (value: unknown) => unknown

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Whether a member may be absent, and then says no more than an empty text. Among values of several kinds that is one of them. */
const isLeftOut = (schema: unknown): boolean =>
  schema instanceof z.ZodOptional && !(schema.unwrap() instanceof z.ZodUnion)

/**
 * What is left out of an answer of this schema: members that may be absent and are empty, as the clients of Harbor know it, whose Go leaves
 * them out, too. Undefined where the schema has no such member.
 */
export function leaveOutOf(schema: unknown): LeaveOut | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return leaveOutOf(schema.unwrap())
  if (schema instanceof z.ZodNonOptional || schema instanceof z.ZodDefault) return leaveOutOf(schema.unwrap())
  if (schema instanceof z.ZodArray) return ofMembers(leaveOutOf(schema.element))
  if (schema instanceof z.ZodRecord) return ofValues(leaveOutOf(schema.valueType))
  return schema instanceof z.ZodObject ? ofObject(schema.shape) : undefined
}

const ofMembers = (leaveOut: LeaveOut | undefined): LeaveOut | undefined =>
  leaveOut && ((value) => (Array.isArray(value) ? value.map(leaveOut) : value))

const ofValues = (leaveOut: LeaveOut | undefined): LeaveOut | undefined =>
  leaveOut &&
  ((value) =>
    isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, leaveOut(member)] as const))
      : value)

function ofObject(shape: Readonly<Record<string, unknown>>): LeaveOut | undefined {
  const members = new Map(Object.entries(shape).map(([key, schema]) => [key, leaveOutOf(schema)] as const))
  const optional = new Set(Object.keys(shape).filter((key) => isLeftOut(shape[key])))
  if (optional.size === 0 && [...members.values()].every((member) => member === undefined)) return undefined
  return (value) => {
    if (!isObject(value)) return value
    const kept = Object.entries(value).filter(([key, member]) => !(optional.has(key) && isEmpty(member)))
    return Object.fromEntries(kept.map(([key, member]) => [key, members.get(key)?.(member) ?? member] as const))
  }
}
