import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { unlessLive } from '../api/live'
import { followChanges } from './follow-changes'

class Source extends EventTarget {
  static readonly made: Source[] = []
  isClosed = false
  constructor(readonly url: string) {
    super()
    Source.made.push(this)
  }
  close(): void {
    this.isClosed = true
  }
  tell(type: string): void {
    this.dispatchEvent(new MessageEvent('change', { data: JSON.stringify({ type }) }))
  }
}

let asked: string[]
let stop: () => void
const last = () => Source.made.at(-1) ?? expect.fail()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
  Source.made.length = 0
  asked = []
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  for (const key of [
    ['repositories', 'dev'],
    ['members', 'dev'],
    ['registries', 'all'],
    ['webhooks', 'dev'],
    ['jobs  error', 'runs'],
    ['session', 'user'],
  ]) {
    const queryFn = () => {
      asked.push(key[0] ?? '')
      return 1
    }
    new QueryObserver(queries, { queryKey: key, queryFn }).subscribe(() => {})
  }
  stop = followChanges(queries)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function after(work: () => void): Promise<string[]> {
  await vi.advanceTimersByTimeAsync(10)
  asked.length = 0
  work()
  await vi.advanceTimersByTimeAsync(3_000)
  return asked
}

test('asks again for what has changed, once for many changes', async () => {
  const many = () => Array.from({ length: 50 }).forEach(() => last().tell('artifact.pushed'))
  expect(await after(many)).toEqual(['repositories', 'webhooks'])
  expect(await after(() => last().tell('member.added'))).toEqual(['members'])
  expect(await after(() => last().tell('registry.created'))).toEqual(['registries'])
  expect(await after(() => last().tell('queue.paused'))).toEqual(['jobs  error'])
  expect(await after(() => last().tell('something.new'))).toEqual([])
})

test('asks for everything but who is signed in where some may have gone by', async () => {
  const all = ['repositories', 'members', 'registries', 'webhooks', 'jobs  error']
  expect(await after(() => last().dispatchEvent(new Event('reset')))).toEqual(all)
  expect(await after(() => last().dispatchEvent(new Event('open')))).toEqual([])
  expect(await after(() => last().dispatchEvent(new Event('open')))).toEqual(all)
})

test('pages ask by themselves less often while the stream is open, and as before once it is not', () => {
  expect(unlessLive(4_000)).toBe(4_000)
  last().dispatchEvent(new Event('open'))
  expect(unlessLive(4_000)).toBe(60_000)
  last().dispatchEvent(new Event('error'))
  expect(unlessLive(4_000)).toBe(4_000)
})

test('a page that nobody looks at holds no connection', () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(last().isClosed).toBe(true)
  hidden.mockReturnValue(false)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(Source.made).toHaveLength(2)
  hidden.mockRestore()
})
