import { expect, it } from 'vitest'
import { parseConfiguration } from '@berth/distribution-config'
import { createAddresses } from './addresses.js'

const addresses = (http: string) =>
  createAddresses(parseConfiguration(`version: 0.1\nstorage: filesystem\nhttp: ${http}\n`).settings.http)

it('serves at the root unless told otherwise', () => {
  const { rewrite, location, link } = addresses('{}')
  expect(rewrite('/v2/a/tags/list?n=1')).toBe('/v2/a/tags/list?n=1')
  expect(location('/v2/a/blobs/uploads/1')).toBe('/v2/a/blobs/uploads/1')
  expect(link('</v2/_catalog?n=1>; rel="next"')).toBe('</v2/_catalog?n=1>; rel="next"')
})

it('serves below a prefix, and nowhere else', () => {
  const { rewrite, location, link } = addresses('{prefix: /my/registry/}')
  expect(rewrite('/my/registry/v2/')).toBe('/v2/')
  expect(rewrite('/my/registry/v2/a/tags/list?n=1')).toBe('/v2/a/tags/list?n=1')
  expect(rewrite('/v2/')).toBe('/outside-prefix')
  expect(rewrite('/v2?x')).toBe('/outside-prefix')
  expect(rewrite('/healthz')).toBe('/healthz')
  expect(location('/v2/a/blobs/uploads/1')).toBe('/my/registry/v2/a/blobs/uploads/1')
  expect(link('</v2/_catalog?n=1>; rel="next"')).toBe('</my/registry/v2/_catalog?n=1>; rel="next"')
})

it('names the host in Locations, unless they are to be relative', () => {
  expect(addresses('{host: "https://r.example:5000"}').location('/v2/a')).toBe('https://r.example:5000/v2/a')
  expect(addresses('{host: "https://r.example", relativeurls: true}').location('/v2/a')).toBe('/v2/a')
})
