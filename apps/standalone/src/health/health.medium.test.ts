import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort, waitUntil } from '@berth/testkit'
import { expect, it } from 'vitest'
import { startInProcess } from '../testing/start-in-process.js'

it('answers 503 while a health check fails, and says why on its debug address', async () => {
  const debugPort = await freePort()
  await using server = await startInProcess({
    http: `  debug: {addr: "127.0.0.1:${debugPort}", prometheus: {enabled: true}}`,
    rest: 'health: {file: [{file: FOLDER/out-of-rotation, interval: 50ms}]}',
  })
  const debug = `http://127.0.0.1:${debugPort}`
  expect((await fetch(`${server.url}/v2/`)).status).toBe(200)
  const file = join(server.folder, 'out-of-rotation')
  await writeFile(file, '')
  await waitUntil(async () => (await fetch(`${server.url}/v2/`)).status === 503, { what: 'the check fails' })
  const health = await fetch(`${debug}/debug/health`)
  expect([health.status, await health.json()]).toEqual([503, { [file]: 'file exists' }])
  const metrics = await (await fetch(`${debug}/metrics`)).text()
  expect(metrics).toMatch(/registry_http_in_flight_requests\{.*\} 0\n/)
  expect(metrics).toMatch(/registry_http_requests_total\{handler="base",method="get",code="200".*\} \d+\n/)
})
