import type { ReactNode } from 'react'

export interface PaletteEntry {
  id: string
  icon: ReactNode
  text: string
  /** What it is. */
  hint: string
  go: () => void
}
