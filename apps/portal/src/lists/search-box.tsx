import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isShortcut } from '../components/shortcut-keys'
import styles from './search-box.module.css'

interface SearchBoxProps {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
  /** `/` brings the cursor here: to one box of a page. */
  isFocusedByKey?: boolean
}

/** Filters as one types, a moment after the last key; `/` brings the cursor here. */
export function SearchBox({ label, value, onChange, isFocusedByKey = true }: SearchBoxProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value ?? '')
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    if (text.trim() !== (value ?? '')) setText(value ?? '')
  }

  useEffect(() => {
    const trimmed = text.trim()
    if (trimmed === (value ?? '')) return undefined
    const timer = setTimeout(() => onChange(trimmed === '' ? undefined : trimmed), 250)
    return () => clearTimeout(timer)
  }, [text, value, onChange])

  useEffect(() => {
    if (!isFocusedByKey) return undefined
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || !isShortcut(event)) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [isFocusedByKey])

  return (
    <div className={styles.search}>
      <SearchOutlined aria-hidden />
      <input
        ref={input}
        type="text"
        placeholder={label}
        aria-label={label}
        {...(isFocusedByKey && { 'aria-keyshortcuts': '/' })}
        maxLength={255}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text === '' ? null : (
        <button type="button" aria-label={t('list.clearSearch')} onClick={() => setText('')}>
          <CloseCircleFilled aria-hidden />
        </button>
      )}
    </div>
  )
}
