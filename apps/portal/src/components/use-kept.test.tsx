import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useKept } from './use-kept'

test('keeps what a drawer was about until it opens for something else', () => {
  const { result, rerender } = renderHook(({ open, name }) => useKept(open, name), {
    initialProps: { open: true, name: 'robot$ci' },
  })
  rerender({ open: false, name: '' })
  expect(result.current).toBe('robot$ci')
  rerender({ open: true, name: 'robot$cd' })
  expect(result.current).toBe('robot$cd')
})
