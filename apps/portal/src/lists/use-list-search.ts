import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ListSearch } from './list-state'

export type ChangeSearch<Search> = (patch: Partial<Search>) => void

/**
 * The list state of a page, as its route parses it, and how to change it: keys with the value undefined leave the URL.
 * Every change is a step that Back takes back; typing on in a search is one step together with what was typed before.
 */
export function useListSearch<Search extends ListSearch>(route: {
  useSearch: () => Search
}): [Search, ChangeSearch<Search>] {
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Partial<Search>) => {
      const isOfSearch = Object.keys(patch).every((key) => key === 'q' || key === 'page')
      const goesOn = isOfSearch && search.q !== undefined && patch.q !== undefined
      void navigate({ to: '.', search: (old) => ({ ...old, ...patch }), replace: goesOn, resetScroll: false })
    },
    [navigate, search.q],
  )
  return [search, change]
}
