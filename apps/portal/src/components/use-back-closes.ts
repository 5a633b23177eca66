import { useBlocker } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { layers } from './back-closes'

/** Tells whether what is open lies uppermost: Back is for that alone. */
export function useUppermost(open: boolean): () => boolean {
  const [layer] = useState(() => Symbol('layer'))
  useEffect(() => {
    if (!open) return undefined
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [open, layer])
  return useCallback(() => layers.at(-1) === layer, [layer])
}

/**
 * Back, the way in which people close things on a phone, closes what lies over a page, and leaves the page as it is.
 * What stands in the address needs none of this: there Back goes to the address without it.
 *
 * @param isHeld whether the browser asks before the portal itself goes, by a reload or by Back on the page it began with
 */
export function useBackCloses(open: boolean, close: () => void, isHeld = false): void {
  const isUppermost = useUppermost(open)
  useBlocker({
    disabled: !open,
    enableBeforeUnload: isHeld,
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK' || !isUppermost()) return false
      close()
      return true
    },
  })
}
