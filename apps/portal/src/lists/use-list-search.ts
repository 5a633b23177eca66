import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ListSearch } from './list-state'

export type ChangeSearch<Search> = (patch: Partial<Search>) => void

/**
 * The list state of a page, as its route parses it, and how to change it: keys with the value undefined leave the URL.
 * What is typed replaces the entry in the browser's history; every other change is a step that Back takes back.
 */
export function useListSearch<Search extends ListSearch>(route: {
  useSearch: () => Search
}): [Search, ChangeSearch<Search>] {
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Partial<Search>) => {
      const isTyped = Object.keys(patch).every((key) => key === 'q' || key === 'page') && 'q' in patch
      void navigate({ to: '.', search: (old) => ({ ...old, ...patch }), replace: isTyped, resetScroll: false })
    },
    [navigate],
  )
  return [search, change]
}
