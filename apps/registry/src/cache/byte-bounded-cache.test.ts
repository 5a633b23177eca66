import { expect, it } from 'vitest'
import { ByteBoundedCache } from './byte-bounded-cache.js'

it('drops what was not used for longest when it is full', () => {
  const cache = new ByteBoundedCache<number>(80)
  for (let key = 0; key < 8; key += 1) cache.set(key, Buffer.alloc(10))
  cache.get(0)
  cache.set(8, Buffer.alloc(10))
  expect(cache.get(0)).toBeDefined()
  expect(cache.get(1)).toBeUndefined()
  expect(cache.get(8)).toBeDefined()
})

it('counts an entry that is set again once', () => {
  const cache = new ByteBoundedCache<string>(80)
  for (let times = 0; times < 20; times += 1) cache.set('same', Buffer.alloc(10))
  for (let key = 0; key < 7; key += 1) cache.set(`${key}`, Buffer.alloc(10))
  expect(cache.get('same')).toBeDefined()
})

it('does not let one large entry push out all others', () => {
  const cache = new ByteBoundedCache<string>(80)
  cache.set('large', Buffer.alloc(11))
  expect(cache.get('large')).toBeUndefined()
})
