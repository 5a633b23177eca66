import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from './api-error'
import { createQueryClient } from './query-client'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const failure = (status: number) => new ApiError({ status, code: 'CODE', message: 'refused' })

/** How often a query asks, and a change is sent, and how often the session counts as ended, where the answer is `fault`. */
async function outcomeOf(fault: Error) {
  const signedOut = vi.fn<() => void>()
  const queries = createQueryClient(signedOut)
  const ask = vi.fn<() => Promise<never>>(() => Promise.reject(fault))
  const asked = queries.fetchQuery({ queryKey: ['list'], queryFn: ask }).catch((reason: unknown) => reason)
  await vi.runAllTimersAsync()
  expect(await asked).toBe(fault)
  return { asked: ask.mock.calls.length, ended: signedOut.mock.calls.length }
}

test.each([
  [401, 1, 1],
  [403, 1, 0],
  [404, 1, 0],
  [409, 1, 0],
  [429, 1, 0],
])('takes %i for final', async (status, asked, ended) => {
  expect(await outcomeOf(failure(status))).toEqual({ asked, ended })
})

test.each([0, 500, 503])('asks twice more after %i', async (status) => {
  expect(await outcomeOf(failure(status))).toEqual({ asked: 3, ended: 0 })
})

test('does not ask again after a fault of its own', async () => {
  expect(await outcomeOf(new TypeError('of no answer'))).toEqual({ asked: 1, ended: 0 })
})

test('sends a change once, and learns from it, too, that the session has ended', async () => {
  const signedOut = vi.fn<() => void>()
  const queries = createQueryClient(signedOut)
  const send = vi.fn<() => Promise<never>>(() => Promise.reject(failure(401)))
  await queries
    .getMutationCache()
    .build(queries, { mutationFn: send })
    .execute(undefined)
    .catch(() => undefined)
  expect([send.mock.calls.length, signedOut.mock.calls.length]).toEqual([1, 1])
})
