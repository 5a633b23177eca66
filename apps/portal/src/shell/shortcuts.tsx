import { Suspense, useEffect, useState } from 'react'
import { lazyExtra } from '../components/on-demand'
import { isShortcut } from '../components/shortcut-keys'
import { withTexts } from '../i18n/i18n'

const ShortcutLayer = lazyExtra(async () => (await withTexts(import('./shortcut-layer'), 'shellLater')).ShortcutLayer)

/** Loads what hears the shortcuts when the first of them begins, and hands over what was pressed until then. `/` is a matter of the list's. */
export function Shortcuts() {
  const [pressed, setPressed] = useState('')
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isShortcut(event))
        setPressed((before) => (before !== '' || /^[gjkc?]$/.test(event.key) ? (before + event.key).slice(-2) : ''))
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return <Suspense fallback={null}>{pressed === '' ? null : <ShortcutLayer pressed={pressed} />}</Suspense>
}
