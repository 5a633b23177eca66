import { MenuOutlined } from '@ant-design/icons'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../components/language-switch'
import { Logo } from '../components/logo'
import { lazyExtra, onDemand } from '../components/on-demand'
import { ThemeSwitch } from '../components/theme-switch'
import { useLiveUpdates } from '../live/use-live-updates'
import { withTexts } from '../i18n/i18n'
import { Guard } from '../nav/guard'
import { pages } from '../nav/pages'
import { CommandPalette } from '../palette/command-palette'
import { useSignedInUser } from '../session/session.queries'
import { SystemNotices } from '../session/system-notices'
import styles from './app-shell.module.css'
import { Shortcuts } from './shortcuts'
import { SideNav } from './side-nav'
import { UserMenu } from './user-menu'

const SideDrawer = onDemand(async () => (await import('./side-drawer')).SideDrawer)
const PasswordNotice = lazyExtra(
  async () => (await withTexts(import('./password-notice'), 'shellLater')).PasswordNotice,
)

/** The frame of every page behind sign-in. */
export function AppShell() {
  const { t } = useTranslation()
  useLiveUpdates()
  const { username, defaultPassword } = useSignedInUser()
  const isSomebody = username !== ''
  const [menuOpen, setMenuOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [menuPath, setMenuPath] = useState(path)
  if (menuPath !== path) {
    setMenuPath(path)
    setMenuOpen(false)
  }
  const brand = (
    <Link
      to={isSomebody ? pages.home.to : pages.projects.to}
      activeOptions={{ exact: true }}
      className={styles.brand ?? ''}
    >
      <Logo />
      <span>{t('app.name')}</span>
    </Link>
  )

  return (
    <div className={styles.shell}>
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      <aside className={styles.side}>
        {brand}
        <SideNav />
      </aside>
      <div className={styles.main}>
        <header className={styles.top}>
          <Button
            type="text"
            className={styles.menu ?? ''}
            icon={<MenuOutlined aria-hidden />}
            aria-label={t('nav.menu')}
            aria-expanded={menuOpen}
            onClick={() => setMenuOpen(true)}
          />
          <CommandPalette />
          <div className={styles.tools}>
            <LanguageSwitch />
            <ThemeSwitch />
            <UserMenu />
          </div>
        </header>
        <SystemNotices />
        <Suspense fallback={null}>{defaultPassword ? <PasswordNotice /> : null}</Suspense>
        <main id="content" tabIndex={-1} className={styles.content}>
          <Guard scope="system">
            <Outlet />
          </Guard>
        </main>
      </div>
      <Shortcuts />
      <SideDrawer open={menuOpen} onClose={() => setMenuOpen(false)} title={brand} />
    </div>
  )
}
