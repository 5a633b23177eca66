import { expect, it } from 'vitest'
import { accessLine } from './access-line.js'

const request = {
  address: '10.0.0.7',
  user: 'ann',
  at: new Date('2026-03-04T05:06:07Z'),
  method: 'GET',
  url: '/v2/',
  httpVersion: '1.1',
  status: 200,
  size: 2,
  referer: undefined,
  userAgent: 'docker/20',
}

it('writes the combined log format', () => {
  expect(accessLine(request)).toBe(
    '10.0.0.7 - ann [04/Mar/2026:05:06:07 +0000] "GET /v2/ HTTP/1.1" 200 2 "" "docker/20"\n',
  )
})

it('lets no client forge a line', () => {
  const line = accessLine({ ...request, user: 'a\nb', userAgent: '"\n10.0.0.8 - root' })
  expect(line.split('\n')).toHaveLength(2)
  expect(line).toContain(' - - [')
})
