import { useLocation } from '@tanstack/react-router'
import { Children, type ReactNode, useLayoutEffect, useRef } from 'react'
import styles from './tabs.module.css'

/** What a link among tabs looks like while its page is open. */
export const activeTab = { className: styles.active ?? '' }

/** Links to the parts of a subject, each a page of its own. Where not all of them fit, the one that is open is among those that are seen. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  const nav = useRef<HTMLElement>(null)
  const path = useLocation({ select: ({ pathname }) => pathname })
  // Rights come after the page, and tabs with them.
  const count = Children.count(children)
  useLayoutEffect(() => {
    const show = () => {
      const active = nav.current?.querySelector<HTMLElement>(`.${styles.active}`)
      if (!nav.current || !active) return
      // Not scrollIntoView, which moves the page as well.
      nav.current.scrollLeft =
        active.offsetLeft - nav.current.offsetLeft - (nav.current.clientWidth - active.offsetWidth) / 2
    }
    show()
    // A phone is turned.
    window.addEventListener('resize', show)
    return () => window.removeEventListener('resize', show)
  }, [path, count])
  return (
    <nav ref={nav} className={styles.tabs} aria-label={label}>
      {children}
    </nav>
  )
}
