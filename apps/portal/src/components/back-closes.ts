import type { RouterHistory } from '@tanstack/react-router'

/** What lies over the page, the uppermost last. */
export const layers: symbol[] = []

/** Back closes what a call has opened over a page. @returns what is called when it has closed */
export function backCloses(history: RouterHistory, close: () => void): () => void {
  const layer = Symbol('layer')
  layers.push(layer)
  const unblock = history.block({
    enableBeforeUnload: false,
    blockerFn: ({ action }) => {
      if (action !== 'BACK' || layers.at(-1) !== layer) return false
      close()
      return true
    },
  })
  return () => {
    unblock()
    layers.splice(layers.indexOf(layer), 1)
  }
}
