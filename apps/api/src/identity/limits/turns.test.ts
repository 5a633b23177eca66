import { expect, it } from 'vitest'
import { Turns } from './turns.js'

/** Works that end when they are told to. */
function works(turns: Turns) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const begin = (key: string, name: string) =>
    turns.take(key, async () => {
      begun.push(name)
      await new Promise<void>((resolve) => ends.set(name, resolve))
      return name
    })
  return { begun, begin, end: (name: string) => ends.get(name)?.() }
}

it('lets so many of a key go on, and the others in their order; other keys do not wait', async () => {
  const { begun, begin, end } = works(new Turns(2, 9))
  const all = ['a', 'b', 'c', 'd'].map((name) => begin('one', name))
  const other = begin('two', 'x')
  expect(begun).toEqual(['a', 'b', 'x'])
  end('b')
  expect(await all[1]).toBe('b')
  expect(begun).toEqual(['a', 'b', 'x', 'c'])
  for (const name of ['a', 'c', 'x']) end(name)
  await Promise.all([all[0], all[2], other])
  end('d')
  expect(await all[3]).toBe('d')
})

it('gives the turn on where a work fails, and turns away who would be one too many', async () => {
  const turns = new Turns(1, 1)
  const { begin, end } = works(turns)
  const failing = turns.take('one', () => Promise.reject(new Error('no luck')))
  const waiting = begin('one', 'a')
  expect(await begin('one', 'b')).toBeUndefined()
  await expect(failing).rejects.toThrow('no luck')
  end('a')
  expect(await waiting).toBe('a')
})
