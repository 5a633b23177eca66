import { Readable } from 'node:stream'
import { digestOf } from '@berth/oci'
import { BlobNotFoundError } from '@berth/storage'
import { describe, expect, it } from 'vitest'
import { inspect, type InspectionOptions } from './inspection.js'
import { Pace } from '../../pace.js'

const bytes = Buffer.from('the bytes of a blob')
const digest = digestOf(bytes)
const now = new Date()
const sound = { digest, size: bytes.length, missing: false, linked: true }

interface World {
  /** What metadata says of the blob under the lock; absent: there is none. */
  readonly blob?: Partial<typeof sound> | undefined
  /** What the file holds; absent: there is none. */
  readonly file?: Buffer | undefined
  /** The file was stored a moment ago. */
  readonly young?: true
  /** How many other blobs the store has. */
  readonly others?: number
}

/** Inspects a blob, and tells what was found, what metadata was told, and whether the file was set aside. */
async function inspectIn({ blob, file, young, others = 1 }: World) {
  const storedAt = young ? new Date(now.getTime() + 1) : now
  const told: string[] = []
  const setAside: string[] = []
  const options: InspectionOptions = {
    blobs: { examineBlob: async (_, examine) => void told.push(await examine(blob && { ...sound, ...blob })) },
    store: {
      stat: async () => file && { size: file.length, storedAt },
      read: async () => {
        if (!file) throw new BlobNotFoundError(digest)
        return Readable.from([file])
      },
      // oxlint-disable-next-line typescript/require-await
      list: async function* () {
        for (let other = 0; other < others; other += 1) yield { digest, size: 1, storedAt: now }
      },
      quarantine: async () => {
        setAside.push(digest)
        return 'aside'
      },
    },
    pace: new Pace(10 ** 12),
    youngest: now,
    signal: new AbortController().signal,
  }
  const left = blob && { ...sound, ...blob }
  const right = file && { digest, size: file.length, storedAt }
  const verdict = await inspect({ digest, left, right }, options)
  return { fault: verdict.finding?.fault, recovered: verdict.recovered ?? false, told, setAside: setAside.length }
}

describe('inspect', () => {
  const nothing = { fault: undefined, recovered: false, setAside: 0 }
  it.each<[string, World, object]>([
    ['a sound blob', { blob: {}, file: bytes }, { ...nothing, told: [] }],
    ['a blob whose file is lost', { blob: {} }, { ...nothing, fault: 'missing', told: ['missing'] }],
    [
      'a blob without a link and a file: reclaim is at it',
      { blob: { linked: false } },
      { ...nothing, told: ['missing'] },
    ],
    [
      'a blob without a link and a file in a store that is empty by now',
      { blob: { linked: false }, others: 0 },
      { ...nothing, told: ['missing'] },
    ],
    [
      'a file of another content',
      { blob: {}, file: Buffer.from('The bytes of a blob') },
      { ...nothing, fault: 'corrupt', told: ['missing'], setAside: 1 },
    ],
    [
      'a file of another size',
      { blob: { size: 3 }, file: bytes },
      { ...nothing, fault: 'corrupt', told: ['missing'], setAside: 1 },
    ],
    [
      'a blob that is there again',
      { blob: { missing: true }, file: bytes },
      { ...nothing, recovered: true, told: ['present'] },
    ],
    ['a file of no blob', { file: bytes }, { ...nothing, fault: 'orphaned', told: ['missing'], setAside: 1 }],
    ['a file of no blob that a push may just have brought', { file: bytes, young: true }, { ...nothing, told: [] }],
    [
      'a young file of another content than its blob',
      { blob: {}, file: Buffer.from('The bytes of a blob'), young: true },
      { ...nothing, fault: 'corrupt', told: ['missing'], setAside: 1 },
    ],
  ])('of %s', async (_, world, found) => {
    expect(await inspectIn(world)).toEqual(found)
  })

  it('takes a store without any blob for one that is not there', async () => {
    await expect(inspectIn({ blob: {}, others: 0 })).rejects.toThrow('is it mounted')
  })
})
