import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice'
import { pages } from '../nav/pages'
import { useSignedInUser } from '../session/session.queries'

/** The account that every installation begins with. */
const BUILT_IN_ADMIN = 1

/** Warns administrators on every page while the built-in one has the password that the documents name. */
export function PasswordNotice() {
  const { t } = useTranslation()
  const { id, defaultPassword } = useSignedInUser()
  if (!defaultPassword) return null
  return (
    <Notice tone="warning">
      {t('app.defaultPassword')}{' '}
      {id === BUILT_IN_ADMIN ? <Link to={pages.profile.to}>{t('app.changePassword')}</Link> : null}
    </Notice>
  )
}
