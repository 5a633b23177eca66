import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../components/logo'
import { LanguageSwitch } from '../shell/language-switch'
import { ThemeSwitch } from '../shell/theme-switch'
import { HarbourScene } from './harbour-scene'

/** The frame of the pages outside: harbour on one side, a form on the other. */
export function Entrance({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="entrance">
      <aside className="entrance-scene">
        <div className="entrance-brand">
          <Logo size={40} />
          <span>{t('app.name')}</span>
        </div>
        <p className="entrance-motto">{t('app.motto')}</p>
        <HarbourScene />
      </aside>
      <div className="entrance-side">
        <div className="entrance-tools">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <main className="entrance-form">
          <div className="entrance-logo-small">
            <Logo size={44} />
          </div>
          <h1>{title}</h1>
          <p className="entrance-lead">{lead}</p>
          {children}
        </main>
      </div>
    </div>
  )
}
