import { ApiOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pagesAt } from '../nav/pages'
import { useRights } from '../session/rights.queries'
import styles from './side-nav.module.css'

export function SideNav() {
  const { t } = useTranslation()
  const { may } = useRights('system')
  const administration = pagesAt(may, 'administration')
  const link = ({ to, icon: Icon, title }: ReturnType<typeof pagesAt<'main' | 'administration'>>[number]) => (
    <Link
      key={to}
      to={to}
      activeProps={{ className: styles.active ?? '' }}
      // What lies beneath belongs to a page, but keeping the audit log, which has an entry of its own.
      activeOptions={{ exact: to === '/audit-log', includeSearch: false }}
    >
      <Icon aria-hidden /> {title(t)}
    </Link>
  )
  return (
    <nav className={styles.nav} aria-label={t('nav.main')}>
      {pagesAt(may, 'main').map(link)}
      {administration.length === 0 ? null : <h2>{t('nav.administration')}</h2>}
      {administration.map(link)}
      <a className={styles.foot} href="/devcenter-api-2.0" target="_blank" rel="noreferrer">
        <ApiOutlined aria-hidden /> {t('nav.api')}
      </a>
    </nav>
  )
}
