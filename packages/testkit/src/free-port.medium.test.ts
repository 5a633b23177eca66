import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { freePort } from './free-port.js'

/** Ports that are tried next, before any others. */
const tried: number[] = []
vi.mock(import('node:crypto'), async (importOriginal) => {
  const original = await importOriginal()
  const randomInt = (from: number, to: number) => tried.shift() ?? original.randomInt(from, to)
  return { ...original, randomInt: randomInt as typeof original.randomInt }
})
afterEach(() => {
  tried.length = 0
})

test('a port is given to one alone, also before anything listens on it', async () => {
  const port = await freePort()
  tried.push(port)
  expect(await freePort()).not.toBe(port)
})

test('a port of a process that has ended is free again', async () => {
  const script = `import { freePort } from '@berth/testkit'; console.log(await freePort())`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
  })
  tried.push(Number(stdout))
  expect(await freePort()).toBe(Number(stdout))
})

test('a port that anything else listens on is left alone', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  tried.push(port)
  expect(await freePort()).not.toBe(port)
  server.close()
})
