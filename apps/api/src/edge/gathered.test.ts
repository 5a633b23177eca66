import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Gathered } from './gathered.js'

let told: string[]
const gathered = (most = 100, mostOfOne = 100) =>
  new Gathered<string>({
    name: 'Test',
    windowMs: 1000,
    most,
    mostOfOne,
    write: async (what, count) => void told.push(`${what} ${count}`),
    writeOthers: async (count) => void told.push(`others ${count}`),
  })

beforeEach(() => {
  told = []
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

it('tells the first of a thing at once, and those that follow once, as the first', async () => {
  const one = gathered()
  await one.tell('ann', 'a', 'first')
  await one.tell('ann', 'a', 'second')
  await one.tell('ann', 'a', 'third')
  await one.tell('ann', 'b', 'alone')
  expect(told).toEqual(['first 1', 'alone 1'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(told).toEqual(['first 1', 'alone 1', 'first 2'])
  await one.tell('ann', 'a', 'anew')
  expect(told.at(-1)).toBe('anew 1')
})

it('has room for so many of one caller, and of all', async () => {
  const one = gathered(3, 2)
  for (const thing of ['a', 'b', 'c', 'd']) await one.tell('ann', thing, `ann ${thing}`)
  for (const thing of ['a', 'b']) await one.tell('bob', thing, `bob ${thing}`)
  expect(told).toEqual(['ann a 1', 'ann b 1', 'bob a 1'])
  await one.flush()
  expect(told.slice(3)).toEqual(['others 3'])
})

it('survives where nothing can be written at the end of a window', async () => {
  const one = new Gathered<string>({
    name: 'Test',
    windowMs: 1000,
    most: 9,
    mostOfOne: 9,
    write: (_, count) => (count > 1 ? Promise.reject(new Error('away')) : Promise.resolve()),
    writeOthers: async () => {},
  })
  for (let times = 0; times < 3; times += 1) await one.tell('ann', 'a', 'x')
  await expect(one.flush()).resolves.toBeUndefined()
})
