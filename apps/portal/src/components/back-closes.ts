import type { RouterHistory } from '@tanstack/react-router'

/** What lies over the page, the uppermost last. */
const layers = new Set<symbol>()

/** @returns what takes it away again, and does nothing the second time */
export function addLayer(layer: symbol): () => void {
  layers.add(layer)
  return () => {
    layers.delete(layer)
  }
}

/** Back is for what lies uppermost alone. */
export const isUppermost = (layer: symbol): boolean => [...layers].at(-1) === layer

/** Back closes what a call has opened over a page. @returns what is called when it has closed */
export function backCloses(history: RouterHistory, close: () => void): () => void {
  const layer = Symbol('layer')
  const remove = addLayer(layer)
  const unblock = history.block({
    enableBeforeUnload: false,
    blockerFn: ({ action }) => {
      if (action !== 'BACK' || !isUppermost(layer)) return false
      close()
      return true
    },
  })
  return () => {
    unblock()
    remove()
  }
}
