import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ProjectsSearch, RunsSearch, TagsSearch } from '../router'

/** The parameters of all lists; each route parses only its own. */
export type AnyListSearch = ProjectsSearch & TagsSearch & RunsSearch

/** The list state of the page that is open, and how to change it: keys with the value undefined leave the URL. */
export function useListSearch(): [AnyListSearch, (patch: AnyListSearch) => void] {
  const search: AnyListSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (patch: AnyListSearch) => {
      void navigate({ to: '.', search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false })
    },
    [navigate],
  )
  return [search, change]
}
