import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { digestOf, parseRepositoryName, type ByteRange } from '@berth/oci'
import type { RegistryClient } from '@berth/registry-client'
import { expect, it } from 'vitest'
import { RemoteRegistry } from './remote-registry.js'

const name = parseRepositoryName('dev/app')
const bytes = Buffer.from('0123456789')
const digest = digestOf(bytes)

function clientOf(asked: (ByteRange | undefined)[]) {
  const blob = (_name: string, _digest: string, range?: ByteRange) => {
    asked.push(range)
    return Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes], { objectMode: false })
  }
  return { findBlob: async () => bytes.length, blob } as unknown as RegistryClient
}

it('asks for a blob in chunks where it is to, and as a whole otherwise', async () => {
  const asked: (ByteRange | undefined)[] = []
  expect(await buffer(await new RemoteRegistry(clientOf(asked), 4).read(name, digest))).toEqual(bytes)
  expect(asked).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 7 },
    { start: 8, end: 9 },
  ])
  asked.length = 0
  expect(await buffer(await new RemoteRegistry(clientOf(asked)).read(name, digest))).toEqual(bytes)
  expect(asked).toEqual([undefined])
})
