import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './typed-name.module.css'

interface TypedNameProps {
  name: string
  onTyped: (isRight: boolean) => void
}

/** The name of what goes for good, to be typed before it does. */
export function TypedName({ name, onTyped }: TypedNameProps) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  return (
    <div className={styles.typed}>
      <label htmlFor={id}>{t('actions.typeName', { name })}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target: { value } }) => {
          setText(value)
          onTyped(value.trim() === name)
        }}
      />
    </div>
  )
}
