import { Modal } from 'antd'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './shortcuts-dialog.module.css'
import { useBackCloses } from '../components/use-back-closes'

export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  useBackCloses(open, onClose)
  const shortcuts = [
    { keys: [/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'], text: t('shortcuts.find') },
    { keys: ['/'], text: t('shortcuts.search') },
    { keys: ['j', 'k'], text: t('shortcuts.rows') },
    { keys: ['Enter'], text: t('shortcuts.open') },
    { keys: ['c'], text: t('shortcuts.create') },
    { keys: ['g', 'h'], text: t('shortcuts.home') },
    { keys: ['g', 'p'], text: t('shortcuts.projects') },
    { keys: ['?'], text: t('shortcuts.help') },
  ]
  return (
    <Modal open={open} onCancel={onClose} footer={null} width={460} title={t('shortcuts.title')}>
      <dl className={styles.list}>
        {shortcuts.map(({ keys, text }) => (
          <Fragment key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="muted">{t('shortcuts.off')}</p>
    </Modal>
  )
}
