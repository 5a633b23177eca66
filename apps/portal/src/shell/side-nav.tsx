import { ApiOutlined, AppstoreOutlined, ClearOutlined, TeamOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSignedInUser } from '../account/session.queries'

export function SideNav() {
  const { t } = useTranslation()
  const { sysadmin } = useSignedInUser()
  return (
    <nav className="side-nav" aria-label={t('nav.main')}>
      <Link to="/projects" activeProps={{ className: 'active' }}>
        <AppstoreOutlined aria-hidden /> {t('nav.projects')}
      </Link>
      {sysadmin ? (
        <>
          <h2>{t('nav.administration')}</h2>
          <Link to="/users" activeProps={{ className: 'active' }}>
            <TeamOutlined aria-hidden /> {t('nav.users')}
          </Link>
          <Link to="/clean-up" activeProps={{ className: 'active' }}>
            <ClearOutlined aria-hidden /> {t('nav.cleanUp')}
          </Link>
        </>
      ) : null}
      <a className="side-nav-foot" href="/devcenter-api-2.0" target="_blank" rel="noreferrer">
        <ApiOutlined aria-hidden /> {t('nav.api')}
      </a>
    </nav>
  )
}
