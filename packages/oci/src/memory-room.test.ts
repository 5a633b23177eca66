import { afterEach, expect, it, vi } from 'vitest'
import { MemoryRoom, SMALL_DOCUMENT } from './memory-room.js'

const MB = 2 ** 20

afterEach(() => {
  vi.useRealTimers()
})

/** Which of some have entered, in their order. */
function crowd(room: MemoryRoom, sizes: readonly number[]) {
  const entered: number[] = []
  const taken = sizes.map(async (size, at) => {
    const place = await room.take(size)
    entered.push(at)
    return place
  })
  return { entered, taken }
}

it('lets in as much as there is room for, and the others in their order', async () => {
  const { entered, taken } = crowd(new MemoryRoom(4 * MB, 1000, 10), [3 * MB, 2 * MB, MB, 2 * MB])
  await taken[0]
  expect(entered).toEqual([0])
  ;(await taken[0])?.[Symbol.dispose]()
  await Promise.all([taken[1], taken[2]])
  expect(entered).toEqual([0, 1, 2])
  ;(await taken[2])?.[Symbol.dispose]()
  await taken[1]
  expect(entered).toEqual([0, 1, 2])
  ;(await taken[1])?.[Symbol.dispose]()
  await taken[3]
  expect(entered).toEqual([0, 1, 2, 3])
})

it('lets small ones by, and one that is larger than all of it alone', async () => {
  const room = new MemoryRoom(4 * MB, 1000, 10)
  const large = await room.take(400 * MB)
  await room.take(SMALL_DOCUMENT)
  large[Symbol.dispose]()
  large[Symbol.dispose]()
  const { entered, taken } = crowd(room, [4 * MB, MB])
  const first = await taken[0]
  expect(entered).toEqual([0])
  first?.[Symbol.dispose]()
  await taken[1]
})

it('refuses whoever has waited long enough, and lets in who stands behind', async () => {
  vi.useFakeTimers()
  const room = new MemoryRoom(4 * MB, 1000, 10)
  await room.take(3 * MB)
  const late = expect(room.take(2 * MB)).rejects.toMatchObject({ code: 'TOOMANYREQUESTS' })
  const behind = room.take(MB)
  await vi.advanceTimersByTimeAsync(1000)
  await late
  await behind
})

it('lets nobody in who has gone while it waited, and lets in who stands behind', async () => {
  const room = new MemoryRoom(4 * MB, 60_000, 10)
  await room.take(3 * MB)
  const gone = new AbortController()
  const left = expect(room.take(2 * MB, gone.signal)).rejects.toThrow('no more')
  const behind = room.take(MB)
  gone.abort(new Error('no more'))
  await left
  await behind
  await expect(room.take(1, gone.signal)).rejects.toThrow('no more')
})

it('refuses at once where too many wait', async () => {
  const room = new MemoryRoom(MB, 1000, 1)
  const first = await room.take(MB)
  const second = room.take(MB)
  await expect(room.take(MB)).rejects.toMatchObject({ code: 'TOOMANYREQUESTS' })
  first[Symbol.dispose]()
  await second
})
