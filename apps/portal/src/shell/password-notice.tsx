import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice'
import { pages } from '../nav/pages'
import { useSignedInUser } from '../session/session.queries'

/** The account that every installation begins with. */
const BUILT_IN_ADMIN = 1

/** Warns administrators that the built-in one still has the password that the documents name. */
export function PasswordNotice() {
  const { t } = useTranslation()
  const { id } = useSignedInUser()
  return (
    <Notice tone="warning">
      {t('defaultPassword.text')}{' '}
      {id === BUILT_IN_ADMIN ? <Link to={pages.profile.to}>{t('defaultPassword.change')}</Link> : null}
    </Notice>
  )
}
