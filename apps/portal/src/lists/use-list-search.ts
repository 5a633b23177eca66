import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ListSearch } from './list-state'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The address before is the same list without what lies over it. */
    isOver?: boolean
  }
}

export type ChangeSearch<Search> = (patch: Partial<Search>) => void

/** What lies over a list, and stands in its address. */
const over: readonly string[] = ['create', 'run']

/**
 * The list state of a page, as its route parses it, and how to change it: keys with the value undefined leave the URL.
 * Every change is a step that Back takes back; typing on in a search is one step together with what was typed before. What is closed
 * goes the step back that opened it.
 */
export function useListSearch<Search extends ListSearch>(route: {
  useSearch: () => Search
}): [Search, ChangeSearch<Search>] {
  const search = route.useSearch()
  const navigate = useNavigate()
  const router = useRouter()
  const change = useCallback(
    (patch: Partial<Search>) => {
      const changes = Object.entries(patch)
      const isOver = changes.some(([key, value]) => over.includes(key) && value !== undefined)
      const closes = changes.some(([key, value]) => over.includes(key) && value === undefined)
      if (closes && router.state.location.state.isOver === true) return router.history.back()
      const isOfSearch = changes.every(([key]) => key === 'q' || key === 'page')
      const goesOn = isOfSearch && search.q !== undefined && patch.q !== undefined
      void navigate({
        to: '.',
        search: (old) => ({ ...old, ...patch }),
        state: { isOver },
        replace: goesOn || closes,
        resetScroll: false,
      })
    },
    [navigate, router, search.q],
  )
  return [search, change]
}
