import styles from './usage.module.css'

interface SharesBarProps {
  label: string
  /** Bytes, as `shared` and `most`. */
  own: number
  shared: number
  /** What the whole width stands for. */
  most: number
}

const percent = (part: number, whole: number) => `${whole === 0 ? 0 : (part / whole) * 100}%`

/** How much is somebody's own and how much is shared, beside the largest of its kind. */
export function SharesBar({ label, own, shared, most }: SharesBarProps) {
  return (
    <div role="img" aria-label={label} className={styles.bar}>
      <span className={styles.own} style={{ width: percent(own, most) }} />
      <span className={styles.shared} style={{ width: percent(shared, most) }} />
    </div>
  )
}
