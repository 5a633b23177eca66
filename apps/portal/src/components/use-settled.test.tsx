import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSettled } from './use-settled'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a value that changes with each key is taken once, after the last of them', () => {
  const seen: string[] = []
  const { rerender } = renderHook(
    ({ value }) => {
      const settled = useSettled(value)
      if (seen.at(-1) !== settled) seen.push(settled)
    },
    { initialProps: { value: 'v' } },
  )
  for (const value of ['v1', 'v1.', 'v1.2']) {
    rerender({ value })
    act(() => void vi.advanceTimersByTime(100))
  }
  expect(seen).toEqual(['v'])
  act(() => void vi.advanceTimersByTime(250))
  expect(seen).toEqual(['v', 'v1.2'])
})
