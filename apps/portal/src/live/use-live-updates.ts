import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { currentUserQuery } from '../session/session.queries'

/** What is shown to somebody who is signed in follows what happens; where it cannot, it is asked for from time to time. */
export function useLiveUpdates(): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (typeof EventSource === 'undefined' || !queries.getQueryData(currentUserQuery.queryKey)) return undefined
    let stop: (() => void) | undefined
    let isOver = false
    const begin = async () => {
      const { followChanges } = await import('./follow-changes')
      if (!isOver) stop = followChanges(queries)
    }
    begin().catch(() => {
      // Pages still ask by themselves.
    })
    return () => {
      isOver = true
      stop?.()
    }
  }, [queries])
}
