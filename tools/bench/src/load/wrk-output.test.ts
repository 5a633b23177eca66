import { expect, test } from 'vitest'
import { LoadError } from './outcome.js'
import { parseWrkOutput } from './wrk-output.js'

const output = (failed: Record<string, number> = {}, requests = 9000) =>
  `Running 3s test @ http://127.0.0.1:5000/
  1 threads and 4 connections
Requests/sec:   3000.00
Transfer/sec:      1.00MB
${JSON.stringify({
  requests,
  bytes: 92_160_000,
  microseconds: 3_000_000,
  p50: 1250,
  p99: 8000,
  failed: { connect: 0, read: 0, write: 0, status: 0, timeout: 0, ...failed },
})}
`

test('reads counts, seconds and milliseconds from the last line', () => {
  expect(parseWrkOutput(output())).toEqual({ requests: 9000, bytes: 92_160_000, seconds: 3, p50: 1.25, p99: 8 })
})

test('refuses a run with errors among the answers, and says which', () => {
  expect(() => parseWrkOutput(output({ status: 12, timeout: 1 }))).toThrow(
    new LoadError('errors among 9000 answers: 12 status, 1 timeout'),
  )
})

test('refuses a run without an answer', () => {
  expect(() => parseWrkOutput(output({}, 0))).toThrow('not one answer in time')
})

test('passes on what wrk said when it could not start', () => {
  expect(() => parseWrkOutput('unable to connect to 127.0.0.1:1 Connection refused\n')).toThrow(
    'unable to connect to 127.0.0.1:1',
  )
})

test('tells what a script found wrong with an answer', () => {
  const fault = 'begin of layer sha256:0 was answered with 401: {}'
  expect(() => parseWrkOutput(`fault: ${fault}\n${output({ status: 1 })}`)).toThrow(new LoadError(fault))
})
