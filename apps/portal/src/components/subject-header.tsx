import type { ReactNode } from 'react'
import styles from './subject-header.module.css'

interface SubjectHeaderProps {
  /** What the page is about: a project, a repository. */
  name: string
  /** Marks beside the name. */
  marks?: ReactNode
  children?: ReactNode
}

export function SubjectHeader({ name, marks, children }: SubjectHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <h1>{name}</h1>
        {marks}
      </div>
      {children}
    </header>
  )
}
