import { useBlocker } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { addLayer, isUppermost } from './back-closes'

/** Tells whether what is open lies uppermost. */
export function useUppermost(open: boolean): () => boolean {
  const [layer] = useState(() => Symbol('layer'))
  useEffect(() => (open ? addLayer(layer) : undefined), [open, layer])
  return useCallback(() => isUppermost(layer), [layer])
}

/**
 * Back, the way in which people close things on a phone, closes what lies over a page, and leaves the page as it is.
 * What stands in the address needs none of this: there Back goes to the address without it.
 *
 * @param isHeld whether the browser asks before the portal itself goes, by a reload or by Back on the page it began with
 */
export function useBackCloses(open: boolean, close: () => void, isHeld = false): void {
  const isAbove = useUppermost(open)
  useBlocker({
    disabled: !open,
    enableBeforeUnload: isHeld,
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK' || !isAbove()) return false
      close()
      return true
    },
  })
}
