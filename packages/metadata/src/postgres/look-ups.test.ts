import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { LEASE_MILLISECONDS, leasesEnd } from './lease.js'
import { LookUps } from './look-ups.js'

interface Found {
  readonly key: string
}

const nameOf = (key: string) => key
const answer = (keys: readonly string[]) => keys.map((key) => (key === 'none' ? undefined : { key }))

it('answers look-ups of one turn from one statement, each its own', async () => {
  const batches: string[][] = []
  const lookUps = new LookUps<string, Found>(async (keys) => {
    batches.push([...keys])
    return answer(keys)
  }, nameOf)
  const found = await Promise.all(['a', 'none', 'a', 'b'].map((key) => lookUps.find(key)))
  expect(found).toEqual([{ key: 'a' }, undefined, { key: 'a' }, { key: 'b' }])
  expect(batches).toEqual([['a', 'none', 'a', 'b']])
})

it('gathers what comes while others are under way, and asks for it afterwards', async () => {
  const batches: string[][] = []
  const releases: (() => void)[] = []
  const lookUps = new LookUps<string, Found>(async (keys) => {
    batches.push([...keys])
    await new Promise<void>((resolve) => releases.push(resolve))
    return answer(keys)
  }, nameOf)
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  const found: Promise<Found | undefined>[] = []
  for (const key of ['1', '2', '3', '4']) {
    found.push(lookUps.find(key))
    await turn()
  }
  expect(batches).toEqual([['1'], ['2']])
  for (let released = 0; released < 3; released += 1) {
    releases[released]?.()
    await turn()
    await turn()
  }
  expect(await Promise.all(found)).toEqual(['1', '2', '3', '4'].map((key) => ({ key })))
  expect(batches).toEqual([['1'], ['2'], ['3', '4']])
})

it('answers again what it has found, and never what it has not', async () => {
  const asked: string[] = []
  const load = async (keys: readonly string[]) => {
    asked.push(...keys)
    return answer(keys)
  }
  const lookUps = new LookUps<string, Found>(load, nameOf, 60_000)
  for (let times = 0; times < 2; times += 1) {
    expect(await lookUps.find('a')).toEqual({ key: 'a' })
    expect(await lookUps.find('none')).toBeUndefined()
  }
  expect(asked).toEqual(['a', 'none', 'none'])
})

it('counts a lease from before it asked: a slow answer is not answered again after a change that is done', async () => {
  let value: Found | undefined = { key: 'old' }
  const lookUps = new LookUps<string, Found>(async (keys) => {
    const read = value
    await sleep(LEASE_MILLISECONDS / 2)
    return keys.map(() => read)
  }, nameOf)
  const slow = lookUps.find('a')
  await sleep(LEASE_MILLISECONDS / 5)
  value = undefined
  const done = leasesEnd()
  expect(await slow).toEqual({ key: 'old' })
  await done
  expect(await lookUps.find('a')).toBeUndefined()
})

it('fails every look-up of a statement that fails, and goes on', async () => {
  let isDown = true
  const lookUps = new LookUps<string, Found>(async (keys) => {
    if (isDown) throw new Error('down')
    return answer(keys)
  }, nameOf)
  const results = await Promise.allSettled([lookUps.find('1'), lookUps.find('2')])
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected'])
  isDown = false
  expect(await lookUps.find('3')).toEqual({ key: '3' })
})
