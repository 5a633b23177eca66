import { expect, test } from 'vitest'
import { ApiError } from '../api/api-error'
import { i18n, startI18n } from '../i18n/i18n'
import { describeError, isWorthRetrying } from './describe-error'

const nextOf = async (status: number, code: string, reason?: string) => {
  await startI18n()
  return describeError(i18n.t, new ApiError({ status, code, reason })).next
}

test('knows more than the status where the server gives its reason', async () => {
  expect(await nextOf(403, 'FORBIDDEN', 'CSRF_REFUSED')).toMatch(/^Reload the page/)
  expect(await nextOf(404, 'NOT_FOUND', 'USER_NOT_FOUND')).toMatch(/^Check what you entered/)
  expect(await nextOf(403, 'FORBIDDEN', 'WRONG_OLD_PASSWORD')).toMatch(/^Check what you entered/)
  expect(await nextOf(404, 'NOT_FOUND', 'TAG_NOT_FOUND')).toMatch(/^Check the address/)
})

test.each([
  [403, 'DENIED', 'QUOTA_EXCEEDED'],
  [405, 'METHOD_NOT_ALLOWED', 'PROXY_CACHE_ONLY'],
  [412, 'VIOLATE_FOREIGN_KEY_CONSTRAINT', 'ARTIFACT_REFERENCED'],
  [412, 'PRECONDITION', 'REPLICATION_OFF'],
  [400, 'BAD_REQUEST', 'TOO_MANY_TAG_RULES'],
  [400, 'BAD_REQUEST', 'DIRECTORY_OFF'],
])('sends nobody to look at what was entered where something else stands in the way: %d %s %s', async (...refusal) => {
  expect(await nextOf(...refusal)).toBeUndefined()
})

test('leaves the advice to the server where it gives any', async () => {
  await startI18n()
  const error = new ApiError({ status: 404, code: 'NOT_FOUND', reason: 'TAG_NOT_FOUND', next: 'Push it again.' })
  expect(describeError(i18n.t, error).next).toBe('Push it again.')
})

test('has advice also for an answer whose reason it never heard of', async () => {
  expect(await nextOf(0, 'UNREACHABLE')).toMatch(/^Check your network/)
  expect(await nextOf(401, 'UNAUTHORIZED', 'UNAUTHENTICATED')).toBe('Sign in again.')
  expect(await nextOf(409, 'CONFLICT', 'NEW_REASON')).toMatch(/^Check what you entered/)
  expect(await nextOf(507, 'NEW_CODE')).toMatch(/^Try again/)
})

test('says that the service is away in the words of the portal, whatever tongue a proxy speaks', async () => {
  await startI18n()
  const error = new ApiError({ status: 503, code: 'SERVICE_UNAVAILABLE', message: 'The API is restarting.' })
  expect(describeError(i18n.t, error).message).toBe('The service is not available right now.')
})

test('offers to try again only what may come out otherwise', () => {
  const retrying = (status: number) => isWorthRetrying(new ApiError({ status, code: 'ANY' }))
  expect([0, 429, 500, 503].map(retrying)).toEqual([true, true, true, true])
  expect([400, 403, 404, 409, 412].map(retrying)).toEqual([false, false, false, false, false])
  expect(isWorthRetrying(new TypeError('a bug'))).toBe(true)
})
