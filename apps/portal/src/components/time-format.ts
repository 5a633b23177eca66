import { useSyncExternalStore } from 'react'
import { remember, remembered } from '../browser/remembered'

export const timeFormats = ['relative', 'local', 'utc'] as const
export type TimeFormat = (typeof timeFormats)[number]

const storageKey = 'berth-time-format'
const listeners = new Set<() => void>()
let format = timeFormats.find((known) => known === remembered(storageKey)) ?? 'relative'

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes effect at once, wherever a time is shown, and is remembered in this browser. */
export function chooseTimeFormat(next: TimeFormat): void {
  format = next
  remember(storageKey, next)
  for (const listener of listeners) listener()
}

/** How the reader wants times to be told. */
export function useTimeFormat(): TimeFormat {
  return useSyncExternalStore(subscribe, () => format)
}
