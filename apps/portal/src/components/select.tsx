import styles from './select.module.css'

interface SelectProps<Value extends string | number> {
  label: string
  value: Value | undefined
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  /** Somebody reaches for it: the time to ask for options that are seldom wanted. */
  onReach?: (() => void) | undefined
}

/** One of a few, by the browser's own list: it stands in every row of a table, and works best on a phone. */
export function Select<Value extends string | number>({
  label,
  value,
  options,
  onChange,
  onReach,
}: SelectProps<Value>) {
  // What is chosen may be gone, or not known yet: the browser would show the first instead.
  const isThere = options.some((option) => option.value === value)
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={isThere ? value : ''}
      onPointerEnter={onReach}
      onFocus={onReach}
      onChange={({ target }) => {
        const chosen = options.find((option) => String(option.value) === target.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {isThere ? null : <option value="" />}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
