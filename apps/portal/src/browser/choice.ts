import { useSyncExternalStore } from 'react'
import { remember, remembered } from './remembered'

/** A choice that this browser keeps under `key`; `read` makes sense of whatever text is found there. */
export function keptChoice<Value>(key: string, read: (text: string | undefined) => Value) {
  const listeners = new Set<() => void>()
  let value = read(remembered(key))
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const current = () => value
  return {
    current,
    /** Takes effect at once, wherever it is used. */
    choose: (text: string) => {
      value = read(text)
      remember(key, text)
      for (const listener of listeners) listener()
    },
    useChoice: () => useSyncExternalStore(subscribe, current),
  }
}
