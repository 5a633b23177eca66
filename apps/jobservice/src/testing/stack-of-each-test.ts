import { afterEach, beforeEach } from 'vitest'

/** Where a test puts what it has started. */
export type TestStack = Pick<AsyncDisposableStack, 'use' | 'defer'>

/** What each test puts there ends with the test. */
export function stackOfEachTest(): TestStack {
  let stack: AsyncDisposableStack
  beforeEach(() => {
    stack = new AsyncDisposableStack()
  })
  afterEach(() => stack.disposeAsync())
  return { use: (part) => stack.use(part), defer: (onDispose) => stack.defer(onDispose) }
}
