import { expect, it } from 'vitest'
import { DistributionError, distributionErrors } from './errors.js'

it('the errors of the specification are in the words of Docker Distribution, which programs look for', () => {
  const words = Object.fromEntries(
    Object.entries(distributionErrors).map(([code, { status, message }]) => [code, `${status} ${message}`]),
  )
  expect(words).toMatchObject({
    BLOB_UNKNOWN: '404 blob unknown to registry',
    BLOB_UPLOAD_INVALID: '400 blob upload invalid',
    BLOB_UPLOAD_UNKNOWN: '404 blob upload unknown to registry',
    DIGEST_INVALID: '400 provided digest did not match uploaded content',
    MANIFEST_BLOB_UNKNOWN: '404 blob unknown to registry',
    MANIFEST_INVALID: '400 manifest invalid',
    MANIFEST_UNKNOWN: '404 manifest unknown',
    NAME_INVALID: '400 invalid repository name',
    NAME_UNKNOWN: '404 repository name not known to registry',
    SIZE_INVALID: '400 provided length did not match content length',
    UNAUTHORIZED: '401 authentication required',
    DENIED: '403 requested access to the resource is denied',
    UNSUPPORTED: '405 the operation is unsupported',
    TOOMANYREQUESTS: '429 too many requests',
    PAGINATION_NUMBER_INVALID: '400 invalid number of results requested',
  })
})

it('what a refusal is decides how it is told and written down', () => {
  const kinds = Object.groupBy(Object.entries(distributionErrors), ([, { kind }]) => kind)
  expect(kinds.transient?.map(([code, { status }]) => [code, status])).toEqual([
    ['UNAVAILABLE', 503],
    ['STORAGE_FULL', 507],
  ])
  expect(kinds.bug?.map(([code, { status }]) => [code, status])).toEqual([['UNKNOWN', 500]])
  expect(kinds.user?.every(([, { status }]) => status >= 400 && status < 500)).toBe(true)
})

it('a fault says what its code says, or more', () => {
  const plain = new DistributionError('MANIFEST_UNKNOWN')
  expect([plain.name, plain.code, plain.kind, plain.message, plain.detail]).toEqual([
    'DistributionError',
    'MANIFEST_UNKNOWN',
    'user',
    'manifest unknown',
    undefined,
  ])
  const cause = new Error('why')
  const more = new DistributionError('UNKNOWN', 'what', { cause, detail: { at: 1 } })
  expect([more.kind, more.message, more.cause, more.detail]).toEqual(['bug', 'what', cause, { at: 1 }])
})
