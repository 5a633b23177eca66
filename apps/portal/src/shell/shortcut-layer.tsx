import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { isShortcut } from '../components/shortcut-keys'
import { pages } from '../nav/pages'
import { useSignedInUser } from '../session/session.queries'
import { ShortcutsDialog } from './shortcuts-dialog'

/** Milliseconds in which the second key of two follows the first. */
const TOGETHER = 1500

/** Brings the focus to a neighbour of the row that has it or holds what has it; else to the page's first. */
function focusRow(step: 1 | -1): void {
  const rows = [
    ...document.querySelectorAll<HTMLElement>('main table[aria-busy=false] > tbody > tr:not(:has(> [colspan]))'),
  ]
  const row = rows[Math.max(0, rows.findIndex((one) => one.contains(document.activeElement)) + step)]
  // Tab goes by what stands in rows, as without the keys.
  if (row !== undefined) row.tabIndex = -1
  row?.focus()
}

/** Where a row leads: its first link, or what looks like one. The buttons at its end do other things, and some take the row away. */
function openRow(row: HTMLElement): void {
  row.querySelector<HTMLElement>('a[href], td:not(:last-child) .ant-btn-link')?.click()
}

/** Hears `?`, `j`, `k` and `c`, `g` with the letter of a page, and Enter on a row. `pressed` are the last keys before it was there to hear them. */
export function ShortcutLayer({ pressed }: { pressed: string }) {
  const navigate = useNavigate()
  const isSomebody = useSignedInUser().username !== ''
  const [open, setOpen] = useState(false)
  const missed = useRef(pressed)
  const goUntil = useRef(0)

  useEffect(() => {
    const hear = (key: string) => {
      const mayGo = Date.now() < goUntil.current
      goUntil.current = key === 'g' ? Date.now() + TOGETHER : 0
      if (key === '?') setOpen(true)
      else if (key === 'j') focusRow(1)
      else if (key === 'k') focusRow(-1)
      else if (key === 'c') document.querySelector<HTMLElement>('main [aria-keyshortcuts=c]')?.click()
      else if (mayGo && key === 'p') void navigate({ to: pages.projects.to })
      // Visitors have no home page: it would lead them to signing in.
      else if (mayGo && key === 'h' && isSomebody) void navigate({ to: pages.home.to })
    }
    for (const key of missed.current) hear(key)
    missed.current = ''
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Shift' || !isShortcut(event)) return
      if (event.key === 'Enter' && event.target instanceof HTMLTableRowElement) openRow(event.target)
      hear(event.key)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [navigate, isSomebody])

  return <ShortcutsDialog open={open} onClose={() => setOpen(false)} />
}
