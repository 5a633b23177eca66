import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { startI18n } from '../i18n/i18n'
import { systemInfoQuery } from '../session/session.queries'
import { useRestorableTime } from '../session/use-restorable-time'
import { useWayBack } from './use-way-back'

/** What both hooks say where the server says so much; null: its answer has not come. */
async function said(info: object | null, mayRestore = true) {
  localStorage.setItem('berth-language', 'en-US')
  await startI18n()
  const queries = new QueryClient({ defaultOptions: { queries: { enabled: false } } })
  queries.setQueryData<object>(systemInfoQuery.queryKey, info ?? undefined)
  const { result } = renderHook(() => ({ time: useRestorableTime(), wayBack: useWayBack(mayRestore) }), {
    wrapper: ({ children }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
  })
  return result.current
}

test('says how long what is deleted can be brought back', async () => {
  expect(await said({ restorable_seconds: 604_800 })).toEqual({
    time: '7 days',
    wayBack: expect.stringContaining('For 7 days'),
  })
  expect((await said({ restorable_seconds: 7200 })).time).toBe('2 hours')
})

test('says that it is gone at once where the server says so, and nothing where the server has said nothing', async () => {
  expect(await said({ restorable_seconds: 0 })).toEqual({
    time: null,
    wayBack: expect.stringContaining('gone at once'),
  })
  for (const info of [null, {}]) expect(await said(info)).toEqual({ time: undefined, wayBack: undefined })
})

test('tells who may not restore of no way back', async () => {
  expect((await said({ restorable_seconds: 604_800 }, false)).wayBack).toBeUndefined()
})
