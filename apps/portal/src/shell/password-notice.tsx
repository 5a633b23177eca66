import { WarningFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pages } from '../nav/pages'
import { useSignedInUser } from '../session/session.queries'
import styles from './password-notice.module.css'

/** The account that every installation begins with. */
const BUILT_IN_ADMIN = 1

/** Warns administrators on every page while the built-in one has the password that the documents name. */
export function PasswordNotice() {
  const { t } = useTranslation()
  const { id, defaultPassword } = useSignedInUser()
  if (!defaultPassword) return null
  return (
    <p className={styles.notice} role="status">
      <WarningFilled aria-hidden />
      <span>
        {t('app.defaultPassword')}{' '}
        {id === BUILT_IN_ADMIN ? <Link to={pages.profile.to}>{t('app.changePassword')}</Link> : null}
      </span>
    </p>
  )
}
