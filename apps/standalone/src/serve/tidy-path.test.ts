import { expect, it } from 'vitest'
import { tidyPath } from './tidy-path.js'

it.each([
  ['/v2//', '/v2/'],
  ['//v2/', '/v2/'],
  ['/v2//a//b/tags/list?n=1//', '/v2/a/b/tags/list?n=1//'],
  ['/v2/a/tags/list/', '/v2/a/tags/list'],
  ['/v2/_catalog/', '/v2/_catalog'],
  ['/v2/a/blobs/uploads//', '/v2/a/blobs/uploads/'],
  ['/v2/a/manifests/v1//?x=%2F', '/v2/a/manifests/v1?x=%2F'],
])('%s leads to %s', (url, tidy) => {
  expect(tidyPath(url)).toBe(tidy)
})

it.each([
  '/v2',
  '/v2/',
  '/v2/a/blobs/uploads/',
  '/v2/a/tags/list?last=//',
  '/healthz/',
  '//elsewhere.example/v2/',
  '/',
])('%s is left as it is', (url) => {
  expect(tidyPath(url)).toBeUndefined()
})
