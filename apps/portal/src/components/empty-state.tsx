import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  title: string
  text?: ReactNode
  action?: ReactNode
}

/** A quiet quay: what is missing, why, and what to do next. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 160 72" width="160" height="72" aria-hidden="true" className={styles.art}>
        <path className={styles.quay} d="M8 50h144v6H8z" />
        <path className={styles.bollard} d="M34 50V38h-5v-6h22v6h-5v12zM114 50V38h-5v-6h22v6h-5v12z" />
        <path
          className={styles.wave}
          d="M10 65c6 0 6-3.5 12-3.5s6 3.5 12 3.5 6-3.5 12-3.5 6 3.5 12 3.5 6-3.5 12-3.5 6 3.5 12 3.5 6-3.5 12-3.5 6 3.5 12 3.5 6-3.5 12-3.5 6 3.5 12 3.5 6-3.5 12-3.5 6 3.5 12 3.5"
        />
        <path className={styles.outline} d="M64 28h32v20H64zM72 8h16v18H72z" />
      </svg>
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
      {action}
    </div>
  )
}
