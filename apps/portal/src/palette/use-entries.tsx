import type { PaletteEntry } from './entry'
import { useActions } from './use-actions'
import { useFound } from './use-found'

/** What the palette offers for `text`: everything that can be done while it is empty, else what is called so. */
export function useEntries(text: string): ReturnType<typeof useFound> {
  const actions = useActions()
  const found = useFound(text)
  const word = text.trim().toLowerCase()
  if (word === '') return { entries: actions, error: null, searching: false }
  const called = actions.filter((entry: PaletteEntry) => entry.text.toLowerCase().includes(word))
  return { ...found, entries: [...called, ...found.entries] }
}
