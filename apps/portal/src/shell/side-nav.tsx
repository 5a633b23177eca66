import { ApiOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pagesAt } from '../nav/pages'
import { useRights } from '../session/rights.queries'
import { useSignedInUser } from '../session/session.queries'
import styles from './side-nav.module.css'

export function SideNav() {
  const { t } = useTranslation()
  const { may } = useRights('system')
  const isSomebody = useSignedInUser().username !== ''
  const administration = pagesAt(may, 'administration')
  const link = ({ to, icon: Icon, title }: ReturnType<typeof pagesAt<'home' | 'main' | 'administration'>>[number]) => (
    <Link
      key={to}
      to={to}
      activeProps={{ className: styles.active ?? '' }}
      // What lies beneath belongs to a page, but not everything to the first one, nor to the audit log how it is kept.
      activeOptions={{ exact: to === '/' || to === '/audit-log', includeSearch: false }}
    >
      <Icon aria-hidden /> {title(t)}
    </Link>
  )
  return (
    <nav className={styles.nav} aria-label={t('nav.main')}>
      {pagesAt(may, ...(isSomebody ? (['home'] as const) : []), 'main').map(link)}
      {administration.length === 0 ? null : <h2>{t('nav.administration')}</h2>}
      {administration.map(link)}
      <a className={styles.foot} href="/devcenter-api-2.0" target="_blank" rel="noreferrer">
        <ApiOutlined aria-hidden /> {t('nav.api')}
      </a>
    </nav>
  )
}
