import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './trail.module.css'

/** The way from the top down to the page; its last step is the page itself. */
export function Trail({ steps }: { steps: { key: string; content: ReactNode }[] }) {
  const { t } = useTranslation()
  return (
    <nav className={styles.trail} aria-label={t('nav.trail')}>
      <ol>
        {steps.map(({ key, content }, at) => (
          <li key={key} aria-current={at === steps.length - 1 ? 'location' : undefined}>
            {content}
          </li>
        ))}
      </ol>
    </nav>
  )
}
