import { useTranslation } from 'react-i18next'
import styles from './command-line.module.css'
import { CopyButton } from './copy-button'

interface CommandLineProps {
  /** One command, or a snippet of several lines. */
  text: string
  /** Names the command for the copy button; its text when left out. */
  label?: string
  /** The key that copies it. */
  shortcut?: string
}

/** Something to paste into a terminal or a file. */
export function CommandLine({ text, label, shortcut }: CommandLineProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.line}>
      <pre>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} label={t('copy.what', { what: label ?? text })} shortcut={shortcut} />
    </div>
  )
}
