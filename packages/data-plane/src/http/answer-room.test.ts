import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AnswerRoom } from './answer-room.js'

const MB = 2 ** 20
const nobody = new AbortController().signal

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Room for two answers, each of which has a second, with answers that give back their places when they are broken off. */
function roomForTwo() {
  const room = new AnswerRoom(2 * MB, (bytes) => (bytes / MB) * 1000, { patience: 60_000, longest: 10 })
  const brokenOff: string[] = []
  const send = async (name: string, waits = true) => {
    let place: Disposable | undefined
    const breakOff = () => {
      brokenOff.push(name)
      place?.[Symbol.dispose]()
    }
    place = await room.take(MB, breakOff, nobody, waits)
    return place
  }
  return { send, brokenOff }
}

it('leaves answers their time as long as nobody waits, however long that is', async () => {
  const { send, brokenOff } = roomForTwo()
  await Promise.all([send('first'), send('second')])
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(brokenOff).toEqual([])
})

it('breaks off the oldest one that has had its time, and no more than have to go', async () => {
  const { send, brokenOff } = roomForTwo()
  await send('first')
  await vi.advanceTimersByTimeAsync(500)
  await send('second')
  const third = send('third')
  await vi.advanceTimersByTimeAsync(499)
  expect(brokenOff).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await third
  await vi.advanceTimersByTimeAsync(60_000)
  expect(brokenOff).toEqual(['first'])
})

it('breaks off one after the other while more wait', async () => {
  const { send, brokenOff } = roomForTwo()
  await Promise.all([send('first'), send('second')])
  const more = [send('third'), send('fourth')]
  await vi.advanceTimersByTimeAsync(1000)
  await Promise.all(more)
  expect(brokenOff).toEqual(['first', 'second'])
})

it('breaks off nobody where a place is given back in time', async () => {
  const { send, brokenOff } = roomForTwo()
  const first = await send('first')
  await send('second')
  const third = send('third')
  first[Symbol.dispose]()
  await third
  await vi.advanceTimersByTimeAsync(60_000)
  expect(brokenOff).toEqual([])
})

it('refuses at once what may not wait, and makes room for who comes next', async () => {
  const { send, brokenOff } = roomForTwo()
  await Promise.all([send('first'), send('second')])
  await expect(send('early', false)).rejects.toMatchObject({ code: 'TOOMANYREQUESTS' })
  expect(brokenOff).toEqual([])
  await vi.advanceTimersByTimeAsync(1000)
  await expect(send('late', false)).rejects.toMatchObject({ code: 'TOOMANYREQUESTS' })
  expect(brokenOff).toEqual(['first'])
  await send('next', false)
})
