import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { AdvisoryLocks } from '@berth/database'
import { createLogger } from '@berth/telemetry'
import { createTestDatabase, temporaryFolder, waitUntil } from '@berth/testkit'
import { afterAll, expect, it } from 'vitest'
import { type Cargo, Flights } from './flights.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const { path: spool } = stack.use(await temporaryFolder('flights'))
const logger = createLogger({ service: 'test', level: 'error' }, { write: () => {} })
/** Of two processes. */
const [one, other] = [1, 2].map(() => new Flights(spool, stack.use(new AdvisoryLocks(database.settings)), logger)) as [
  Flights,
  Flights,
]
stack.use(one)
stack.use(other)

/** Some bytes come, and the rest when `rest` says so. */
function cargo(
  key: string,
  { size = 100, come = 30, rest = Promise.withResolvers<void>() } = {},
): Cargo & { end(): void } {
  let isHere = false
  return {
    key,
    size,
    open: (signal) =>
      Readable.from(
        (async function* () {
          for (let n = 0; n <= come; n += 1) yield Buffer.of(1)
          await Promise.race([rest.promise, new Promise((resolve) => signal.addEventListener('abort', resolve))])
          signal.throwIfAborted()
          for (let n = come + 1; n < size; n += 1) yield Buffer.of(1)
        })(),
        { objectMode: false },
      ),
    isHere: async () => isHere,
    read: async () => Readable.from([Buffer.alloc(size, 1)]),
    land: async () => {
      isHere = true
    },
    end: () => rest.resolve(),
  }
}

it('count what all of them still bring, so that they do not fill the disk together', async () => {
  const [first, second, third] = [cargo('first'), cargo('second', { size: 1000, come: 0 }), cargo('third')]
  expect(await one.toCome(first)).toBe(100)
  await one.join(first)
  await other.join(second)
  await waitUntil(async () => (await one.toCome(first)) === 1070, { what: 'bytes have come' })
  // Whoever joins one brings nothing more.
  expect(await other.toCome(first)).toBe(1070)
  expect(await other.toCome(third)).toBe(1170)
  first.end()
  second.end()
  await waitUntil(async () => (await one.toCome(third)) === 100, { what: 'both have landed' })
})

it('count nothing that nobody brings any more', async () => {
  const path = join(spool, `flight-${'0'.repeat(64)}-5000`)
  await writeFile(path, 'some')
  const { utimes } = await import('node:fs/promises')
  await utimes(path, new Date(0), new Date(0))
  expect(await one.toCome(cargo('fourth'))).toBe(100)
})
