import { LogoutOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { providerSignOut } from '../api/client'
import { MenuButton } from '../components/menu-button'
import { useErrorNotice } from '../errors/use-error-notice'
import { pagesAt } from '../nav/pages'
import { useRights } from '../session/rights.queries'
import { systemInfoQuery, useSignedInUser, useSignOut } from '../session/session.queries'
import styles from './user-menu.module.css'

/** Who reads this, with their own pages and the way out; or the way in. */
export function UserMenu() {
  const { username } = useSignedInUser()
  return username === '' ? <SignInButton /> : <SignedInMenu />
}

function SignInButton() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const href = useRouterState({ select: ({ location }) => location.href })
  return (
    <Button type="primary" onClick={() => void navigate({ to: '/sign-in', search: { from: href } })}>
      {t('nav.signIn')}
    </Button>
  )
}

function SignedInMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const notice = useErrorNotice()
  const { may } = useRights('system')
  const { username, sysadmin } = useSignedInUser()
  const signOut = useSignOut()
  // The browser itself goes out then, for its way may lead over the provider.
  const byProvider = Boolean(useQuery(systemInfoQuery).data?.oidc_provider_name)
  const leave = () => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in' }), onError: notice })

  return (
    <MenuButton
      type="text"
      className={styles.button ?? ''}
      aria-label={t('nav.account', { name: username })}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: t(sysadmin ? 'nav.signedInAdmin' : 'nav.signedInAs', { name: username }),
          },
          ...pagesAt(may, 'account').map(({ to, icon: Icon, title }) => ({
            key: to,
            icon: <Icon aria-hidden />,
            label: title(t),
            onClick: () => void navigate({ to }),
          })),
          {
            key: 'signOut',
            icon: <LogoutOutlined aria-hidden />,
            ...(byProvider
              ? { label: <a href={providerSignOut}>{t('nav.signOut')}</a> }
              : { label: t('nav.signOut'), onClick: leave }),
          },
        ],
      }}
    >
      <span className={styles.initial} aria-hidden="true">
        {username.slice(0, 1).toUpperCase()}
      </span>
      <span className={styles.name}>{username}</span>
    </MenuButton>
  )
}
