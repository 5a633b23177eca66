import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { isShortcut } from '../components/shortcut-keys'
import { pages } from '../nav/pages'
import { useSignedInUser } from '../session/session.queries'
import { ShortcutsDialog } from './shortcuts-dialog'

/** Milliseconds in which the second key of two follows the first. */
const TOGETHER = 1500

/** Hears `?`, and `g` with the letter of a page. `pressed` are the last keys before it was there to hear them. */
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
      else if (mayGo && key === 'p') void navigate({ to: pages.projects.to })
      // Visitors have no home page: it would lead them to signing in.
      else if (mayGo && key === 'h' && isSomebody) void navigate({ to: pages.home.to })
    }
    for (const key of missed.current) hear(key)
    missed.current = ''
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Shift' && isShortcut(event)) hear(event.key)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [navigate, isSomebody])

  return <ShortcutsDialog open={open} onClose={() => setOpen(false)} />
}
