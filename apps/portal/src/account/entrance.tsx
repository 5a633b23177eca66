import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../components/logo'
import { LanguageSwitch } from '../components/language-switch'
import { ThemeSwitch } from '../components/theme-switch'
import { SystemNotices } from '../session/system-notices'
import styles from './entrance.module.css'
import { HarbourScene } from './harbour-scene'

/** The frame of the pages outside: harbour on one side, a form on the other. */
export function Entrance({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={styles.entrance}>
      <aside className={styles.scene}>
        <div className={styles.brand}>
          <Logo size={40} />
          <span>{t('app.name')}</span>
        </div>
        <p className={styles.motto}>{t('app.motto')}</p>
        <HarbourScene />
      </aside>
      <div className={styles.side}>
        <SystemNotices />
        <div className={styles.tools}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <main className={styles.form}>
          <div className={styles.logoSmall}>
            <Logo size={44} />
          </div>
          <h1>{title}</h1>
          <p className={styles.lead}>{lead}</p>
          {children}
        </main>
      </div>
    </div>
  )
}
