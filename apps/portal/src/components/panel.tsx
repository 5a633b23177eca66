import type { ReactNode } from 'react'
import styles from './panel.module.css'

interface PanelProps {
  title: string
  children: ReactNode
  /** Buttons at the lower edge. */
  actions?: ReactNode
}

/** A part of a page that has a title of its own. */
export function Panel({ title, children, actions }: PanelProps) {
  return (
    <section className={styles.panel}>
      <h2>{title}</h2>
      <div className={styles.body}>
        {children}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
    </section>
  )
}
