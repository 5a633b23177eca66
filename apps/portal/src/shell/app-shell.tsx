import { MenuOutlined } from '@ant-design/icons'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../components/logo'
import { CommandPalette } from '../palette/command-palette'
import { LanguageSwitch } from './language-switch'
import { SideNav } from './side-nav'
import { ThemeSwitch } from './theme-switch'
import { UserMenu } from './user-menu'

/** The frame of every page behind sign-in. */
export function AppShell() {
  const { t } = useTranslation()
  const [menuOpen, setMenuOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [menuPath, setMenuPath] = useState(path)
  if (menuPath !== path) {
    setMenuPath(path)
    setMenuOpen(false)
  }
  const brand = (
    <Link to="/projects" className="brand">
      <Logo />
      <span>{t('app.name')}</span>
    </Link>
  )

  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      <aside className="side">
        {brand}
        <SideNav />
      </aside>
      <div className="shell-main">
        <header className="top">
          <Button
            type="text"
            className="menu-button"
            icon={<MenuOutlined aria-hidden />}
            aria-label={t('nav.menu')}
            aria-expanded={menuOpen}
            onClick={() => setMenuOpen(true)}
          />
          <CommandPalette />
          <div className="top-tools">
            <LanguageSwitch />
            <ThemeSwitch />
            <UserMenu />
          </div>
        </header>
        <main id="content" tabIndex={-1} className="content">
          <Outlet />
        </main>
      </div>
      <Drawer
        rootClassName="side-drawer"
        placement="left"
        size={260}
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
        title={brand}
      >
        <SideNav />
      </Drawer>
    </div>
  )
}
