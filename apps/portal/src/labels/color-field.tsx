import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './color-field.module.css'

const colors = [
  '#0B6B7C',
  '#1D7F57',
  '#6A8F1F',
  '#C79A00',
  '#EF7D45',
  '#C0362C',
  '#B8447F',
  '#7A4FB5',
  '#3F62C4',
  '#455D67',
] as const
export const [firstColor] = colors

interface ColorFieldProps {
  /** The form gives and takes these. */
  value?: string
  onChange?: (color: string) => void
}

/** One of some colours, or any other. */
export function ColorField({ value = '', onChange }: ColorFieldProps) {
  const { t } = useTranslation()
  const name = useId()
  const chosen = value.toUpperCase()
  return (
    <div role="radiogroup" aria-label={t('label.color')} className={styles.colors}>
      {colors.map((color) => (
        <input
          key={color}
          type="radio"
          name={name}
          aria-label={color}
          checked={color === chosen}
          onChange={() => onChange?.(color)}
          style={{ backgroundColor: color }}
        />
      ))}
      <input
        type="color"
        aria-label={t('label.otherColor')}
        data-tip={t('label.otherColor')}
        value={/^#[0-9A-F]{6}$/.test(chosen) ? chosen.toLowerCase() : '#ffffff'}
        onChange={({ target }) => onChange?.(target.value.toUpperCase())}
      />
    </div>
  )
}
