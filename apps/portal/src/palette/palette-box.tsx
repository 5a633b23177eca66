import Input from 'antd/es/input/Input'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '../errors/error-panel'
import styles from './palette-box.module.css'
import { useEntries } from './use-entries'

export function PaletteBox({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const listId = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const { entries, error, searching } = useEntries(text)
  const at = Math.min(chosen, Math.max(entries.length - 1, 0))

  const run = (index: number) => {
    entries[index]?.go()
    if (entries[index] !== undefined) onDone()
  }
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = (at + step + entries.length) % Math.max(entries.length, 1)
      setChosen(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(at)
    }
  }

  return (
    <div>
      <Input
        autoFocus
        variant="borderless"
        size="large"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={entries.length === 0 ? undefined : `${listId}-${at}`}
        aria-label={t('palette.label')}
        placeholder={t('palette.label')}
        maxLength={2000}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={steer}
      />
      {error === null ? null : <ErrorPanel error={error} />}
      <div role="listbox" id={listId} aria-label={t('palette.results')} className={styles.list}>
        {entries.map(({ id, icon, text, hint }, index) => (
          // The list is steered from the input; a click is the mouse's way to the same entry.
          <div
            key={id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className={index === at ? `${styles.entry} ${styles.active}` : styles.entry}
            onMouseMove={() => setChosen(index)}
            onClick={() => run(index)}
            onKeyDown={steer}
          >
            <span aria-hidden>{icon}</span>
            <span className={styles.text}>{text}</span>
            <span className={styles.hint}>{hint}</span>
          </div>
        ))}
      </div>
      {error === null ? (
        <p className={styles.none} role="status">
          {entries.length === 0
            ? t(searching ? 'palette.searching' : 'palette.none')
            : t('palette.count', { count: entries.length })}
        </p>
      ) : null}
    </div>
  )
}
