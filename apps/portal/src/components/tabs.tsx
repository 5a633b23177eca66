import type { ReactNode } from 'react'
import styles from './tabs.module.css'

/** What a link among tabs looks like while its page is open. */
export const activeTab = { className: styles.active ?? '' }

/** Links to the parts of a subject, each a page of its own. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {children}
    </nav>
  )
}
