import { afterEach, expect, test, vi } from 'vitest'
import { reloadOnce } from './reload-once'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  sessionStorage.clear()
})

/** @returns how often the page was loaded anew */
function reloads() {
  const reload = vi.fn()
  vi.stubGlobal('window', { location: { reload } })
  return () => reload.mock.calls.length
}

test('loads the page anew, and not again where that has not helped', () => {
  const count = reloads()
  reloadOnce()
  reloadOnce()
  expect(count()).toBe(1)
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000)
  reloadOnce()
  expect(count()).toBe(2)
})

test('leaves the page as it is where nothing can be remembered', () => {
  const count = reloads()
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied')
  })
  reloadOnce()
  expect(count()).toBe(0)
})
