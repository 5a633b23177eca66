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

interface Labelled {
  readonly id: number
  readonly name: string
  readonly color?: string | undefined
}

/** The labels of a row, side by side as far as there is room. */
export function LabelChips({ labels }: { labels: readonly Labelled[] }) {
  return (
    <span className={styles.chips}>
      {labels.map(({ id, name, color }) => (
        <LabelChip key={id} name={name} color={color} />
      ))}
    </span>
  )
}
