import { useSyncExternalStore } from 'react'

/** Least widths in pixels, as the style sheets have them. */
const widths = { sm: 576, md: 768, lg: 992, xl: 1200 }
export type Breakpoint = keyof typeof widths

const queries = new Map(
  Object.entries(widths).map(([name, width]) => [name, window.matchMedia(`(min-width: ${width}px)`)]),
)

function subscribe(listener: () => void): () => void {
  for (const query of queries.values()) query.addEventListener('change', listener)
  return () => {
    for (const query of queries.values()) query.removeEventListener('change', listener)
  }
}

/** Whether the window is at least this wide. */
export function isAtLeast(breakpoint: Breakpoint): boolean {
  return queries.get(breakpoint)?.matches === true
}

export function useAtLeast(breakpoint: Breakpoint): boolean {
  return useSyncExternalStore(subscribe, () => isAtLeast(breakpoint))
}

/** The greatest width that the window reaches. */
export function useBreakpoint(): Breakpoint | undefined {
  return useSyncExternalStore(subscribe, () => (['xl', 'lg', 'md', 'sm'] as const).find(isAtLeast))
}
