import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { digestOf, parseRepositoryName } from '@berth/oci'
import type { ImageSource } from '@berth/transfer'
import { expect, it, vi } from 'vitest'
import { Pace } from '../pace.js'
import { PacedSource } from './paced-source.js'

const name = parseRepositoryName('dev/app')
const bytes = Buffer.alloc(200_000, 'x')
const source = { read: async () => Readable.from([bytes], { objectMode: false }) } as unknown as ImageSource

it('asks the pace for each byte that it gives, in pieces', async () => {
  const pace = new Pace(1_000)
  const spend = vi.spyOn(pace, 'spend').mockResolvedValue()
  const { signal } = new AbortController()
  const paced = new PacedSource(source, pace, signal)
  expect(await buffer(await paced.read(name, digestOf(bytes)))).toEqual(bytes)
  const spent = spend.mock.calls.map(([count]) => count)
  expect(spent.reduce((sum, count) => sum + count, 0)).toBe(bytes.length)
  expect(Math.max(...spent)).toBeLessThanOrEqual(65_536)
})

it('ends when it is stopped while it waits', async () => {
  const stop = new AbortController()
  const paced = new PacedSource(source, new Pace(1), stop.signal)
  const read = buffer(await paced.read(name, digestOf(bytes)))
  stop.abort()
  await expect(read).rejects.toThrow()
})
