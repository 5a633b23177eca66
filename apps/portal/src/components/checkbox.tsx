import { type ReactNode, useId } from 'react'
import styles from './checkbox.module.css'

interface CheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** What the choice means, beneath it. */
  hint: string
  children: ReactNode
}

/** A choice outside of a form. */
export function Checkbox({ checked, onChange, hint, children }: CheckboxProps) {
  const hintId = useId()
  return (
    <div className={styles.choice}>
      <label className={styles.checkbox}>
        <input
          type="checkbox"
          checked={checked}
          onChange={({ target }) => onChange(target.checked)}
          aria-describedby={hintId}
        />
        <span>{children}</span>
      </label>
      <p id={hintId} className={`hint ${styles.hint}`}>
        {hint}
      </p>
    </div>
  )
}
