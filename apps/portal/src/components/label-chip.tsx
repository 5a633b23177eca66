import styles from './label-chip.module.css'

/** A label in its colour. Its text keeps the page's own, so that it is read on any. */
export function LabelChip({ name, color }: { name: string; color: string | undefined }) {
  return (
    <span className={styles.chip}>
      <i aria-hidden style={{ backgroundColor: color }} />
      <span>{name}</span>
    </span>
  )
}
