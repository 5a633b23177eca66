import { expect, test } from 'vitest'
import { LoadError } from './outcome.js'
import { parseAbOutput } from './ab-output.js'

const report = (extra = '') => `Concurrency Level:      16
Time taken for tests:   3.002 seconds
Complete requests:      93061
Failed requests:        0
${extra}Keep-Alive requests:    92978
Total transferred:      22520347 bytes
HTML transferred:       0 bytes
Requests per second:    31020.18 [#/sec] (mean)
`
const percentages = 'Percentage served,Time in ms\n0,0.031\n50,0.361\n99,3.377\n100,128.164\n'

test('reads counts from the report and percentiles from the file', () => {
  expect(parseAbOutput(report(), percentages)).toEqual({
    requests: 93_061,
    bytes: 22_520_347,
    seconds: 3.002,
    p50: 0.361,
    p99: 3.377,
  })
})

test('refuses a run with answers outside 2xx', () => {
  expect(() => parseAbOutput(report('Non-2xx responses:      93061\n'), percentages)).toThrow(
    new LoadError('errors among 93061 answers: 93061 status, 0 connection'),
  )
})

test('passes on what ab said when it could not start', () => {
  expect(() => parseAbOutput('apr_socket_recv: Connection refused (111)', '')).toThrow('Connection refused')
})
