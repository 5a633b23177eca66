import { SearchOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { PaletteBox } from './palette-box'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Ctrl-K or ⌘K anywhere: go to a project or a repository by name, or paste a pull command. */
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
        className="palette-button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <SearchOutlined aria-hidden />
        <span className="palette-button-text">{t('palette.button')}</span>
        <kbd aria-hidden="true">{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        closable={false}
        destroyOnHidden
        width={600}
        className="palette"
        style={{ top: '12vh' }}
        title={t('palette.button')}
        styles={{ header: { display: 'none' } }}
      >
        <PaletteBox onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}
