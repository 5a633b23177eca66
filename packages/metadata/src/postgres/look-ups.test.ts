import { expect, it } from 'vitest'
import { LookUps } from './look-ups.js'

it('answers look-ups of one turn from one statement, each its own', async () => {
  const batches: string[][] = []
  const lookUps = new LookUps<string, string>(async (keys) => {
    batches.push([...keys])
    return keys.map((key) => (key === 'none' ? undefined : key.toUpperCase()))
  })
  expect(await Promise.all(['a', 'none', 'a', 'b'].map((key) => lookUps.find(key)))).toEqual(['A', undefined, 'A', 'B'])
  expect(batches).toEqual([['a', 'none', 'a', 'b']])
})

it('gathers what comes while others are under way, and asks for it afterwards', async () => {
  const batches: number[][] = []
  const releases: (() => void)[] = []
  const lookUps = new LookUps<number, number>(async (keys) => {
    batches.push([...keys])
    await new Promise<void>((resolve) => releases.push(resolve))
    return keys
  })
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  const found: Promise<number | undefined>[] = []
  for (const key of [1, 2, 3, 4]) {
    found.push(lookUps.find(key))
    await turn()
  }
  expect(batches).toEqual([[1], [2]])
  for (let released = 0; released < 3; released += 1) {
    releases[released]?.()
    await turn()
    await turn()
  }
  expect(await Promise.all(found)).toEqual([1, 2, 3, 4])
  expect(batches).toEqual([[1], [2], [3, 4]])
})

it('fails every look-up of a statement that fails, and goes on', async () => {
  let isDown = true
  const lookUps = new LookUps<number, number>(async (keys) => {
    if (isDown) throw new Error('down')
    return keys
  })
  const results = await Promise.allSettled([lookUps.find(1), lookUps.find(2)])
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected'])
  isDown = false
  expect(await lookUps.find(3)).toBe(3)
})
