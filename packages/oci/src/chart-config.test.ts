import { expect, it } from 'vitest'
import { readChartConfig } from './chart-config.js'

it("reads all that a chart's Chart.yaml says", () => {
  const chart = { apiVersion: 'v2', name: 'web', version: '1.2.0', dependencies: [{ name: 'db', version: '>=1' }] }
  expect(readChartConfig(Buffer.from(JSON.stringify(chart)))).toEqual(chart)
})

it.each([
  '',
  'apiVersion: v2',
  '[]',
  'null',
  '{}',
  '{"name":"web"}',
  '{"name":1,"version":"1"}',
  '{"name":"a","name":"b"}',
])('takes %j for none', (text) => {
  expect(readChartConfig(Buffer.from(text))).toBeUndefined()
})
