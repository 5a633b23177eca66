import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './kinds-field.module.css'
import { OTHERS } from './purge.queries'
import { kindName } from './words'

interface KindsFieldProps {
  label: string
  /** All that there are. */
  kinds: readonly string[]
  value?: string[]
  onChange?: (value: string[]) => void
}

/** Kinds of entries, each to be ticked; as a field of a form or alone. */
export function KindsField({ label, kinds, value = [], onChange }: KindsFieldProps) {
  const { t } = useTranslation()
  const toggle = (kind: string, on: boolean) =>
    onChange?.(on ? kinds.filter((one) => one === kind || value.includes(one)) : value.filter((one) => one !== kind))
  return (
    <div role="group" aria-label={label}>
      <p>
        {label}{' '}
        <Button size="small" onClick={() => onChange?.([...kinds])}>
          {t('audit.all')}
        </Button>{' '}
        <Button size="small" onClick={() => onChange?.([])}>
          {t('audit.noKind')}
        </Button>
      </p>
      <div className={styles.list}>
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={value.includes(kind)}
              onChange={({ target }) => toggle(kind, target.checked)}
            />{' '}
            <span>{kind === OTHERS ? t('audit.others') : kindName(t, kind)}</span>
          </label>
        ))}
      </div>
    </div>
  )
}
