import styles from './storage-meter.module.css'

/** From this part of a limit on the server warns of it. */
const NEAR = 0.85

export const isNearLimit = (used: number, limit: number): boolean => limit > 0 && used >= limit * NEAR

interface StorageMeterProps {
  label: string
  /** Bytes, as `limit`. */
  used: number
  limit: number
}

/** How much of a limit is used. It changes its colour where that is most of it. */
export function StorageMeter({ label, used, limit }: StorageMeterProps) {
  return (
    <meter
      className={styles.meter}
      aria-label={label}
      min={0}
      max={limit}
      low={limit * NEAR}
      high={limit * NEAR}
      optimum={0}
      value={Math.min(used, limit)}
    />
  )
}
