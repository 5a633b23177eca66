import type { ReactNode } from 'react'
import styles from './status-scene.module.css'

/** A page that says why there is nothing to see. */
export function StatusScene({
  title,
  text,
  children,
}: {
  title: string
  text: string | undefined
  children?: ReactNode
}) {
  // There is no room for whole digests.
  const headline = title.replaceAll(/(:[0-9a-f]{12})[0-9a-f]{20,}/g, '$1')
  return (
    <div className={styles.scene} role="alert">
      <svg viewBox="0 0 220 110" width="220" height="110" aria-hidden="true">
        <path className={styles.beam} d="M110 26 216 6v52z" />
        <path className={styles.tower} d="M98 100 103 36h14l5 64z" />
        <path className={styles.band} d="M101.5 58h17l1.4 16h-19.8z" />
        <rect className={styles.lamp} x="102" y="20" width="16" height="14" rx="2" />
        <path className={styles.tower} d="M99 20l11-12 11 12z" />
        <path
          className={styles.wave}
          d="M20 104c8 0 8-4 16-4s8 4 16 4 8-4 16-4 8 4 16 4 8-4 16-4 8 4 16 4 8-4 16-4 8 4 16 4 8-4 16-4 8 4 16 4 8-4 16-4"
        />
      </svg>
      <h1 title={headline === title ? undefined : title}>{headline}</h1>
      {text === undefined ? null : <p>{text}</p>}
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
