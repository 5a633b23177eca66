import type { ReactNode } from 'react'
import styles from './ranking.module.css'

interface RankingProps {
  rows: readonly { name: string; value: number }[]
  /** What leads to it. */
  link: (name: string) => ReactNode
  format: (value: number) => string
  /** Said where nothing has any. */
  none: string
}

/** What has most of something, the first one first, each with a bar beside the longest. */
export function Ranking({ rows, link, format, none }: RankingProps) {
  if (rows.length === 0) return <p className="muted">{none}</p>
  const most = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <ol className={styles.ranking}>
      {rows.map(({ name, value }) => (
        <li key={name}>
          <span className={styles.row}>
            {link(name)}
            <span className="nowrap">{format(value)}</span>
          </span>
          <span className={styles.bar} aria-hidden="true">
            <i style={{ width: `${(value / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ol>
  )
}
