import { expect, test } from 'vitest'
import { Counter, createMetrics } from './metrics.js'

test('shows requests, own counters and those of Node.js, labelled with the service', async () => {
  const metrics = createMetrics('registry')
  metrics.request('GET', '/v2/<name>/blobs/<digest>', 200, 0.002)
  new Counter({ name: 'berth_uploads_total', help: 'Uploads.', registers: [metrics.registry] }).inc(2)
  const text = await metrics.text()
  expect(text).toContain('berth_uploads_total{service="registry"} 2')
  expect(text).toMatch(/berth_http_request_duration_seconds_count\{.*route="\/v2\/<name>\/blobs\/<digest>".*\} 1/)
  expect(text).toContain('process_resident_memory_bytes{service="registry"}')
})

test('two services in one process do not share metrics', async () => {
  const [first, second] = [createMetrics('api'), createMetrics('registry')]
  first.request('GET', '/', 200, 1)
  expect(await second.text()).not.toContain('route="/"')
})
