import { SearchOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onDemand } from '../components/on-demand'
import { withTexts } from '../i18n/i18n'
import styles from './command-palette.module.css'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

const PaletteDialog = onDemand(async () => (await withTexts(import('./palette-dialog'), 'palette')).PaletteDialog)

/** Ctrl-K or ⌘K anywhere: go to whatever has a name or a digest, do something, or paste a pull command. */
export function CommandPalette() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen((shown) => !shown)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <SearchOutlined aria-hidden />
        <span className={styles.text}>{t('nav.search')}</span>
        <kbd aria-hidden="true">{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <PaletteDialog open={open} onClose={() => setOpen(false)} />
    </>
  )
}
