import { describe, expect, it } from 'vitest'
import { externalUrl } from './external-url.js'

describe('externalUrl', () => {
  it('is the fixed one when there is one', () => {
    expect(externalUrl('https://hub.example', { host: 'other' })).toBe('https://hub.example')
  })

  it('follows the outermost proxy, then the client', () => {
    const forwarded = {
      host: 'api:8080',
      'x-forwarded-host': 'hub.example:8443, inner',
      'x-forwarded-proto': 'https, http',
    }
    expect(externalUrl(undefined, forwarded)).toBe('https://hub.example:8443')
    expect(externalUrl(undefined, { host: 'hub.example' })).toBe('http://hub.example')
  })
})
