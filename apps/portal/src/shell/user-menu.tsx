import { LogoutOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../components/menu-button'
import { useErrorNotice } from '../errors/use-error-notice'
import { pagesAt } from '../nav/pages'
import { useRights } from '../session/rights.queries'
import { useSignedInUser, useSignOut } from '../session/session.queries'
import styles from './user-menu.module.css'

export function UserMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const notice = useErrorNotice()
  const { may } = useRights('system')
  const { username, sysadmin } = useSignedInUser()
  const signOut = useSignOut()
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
          { key: 'signOut', icon: <LogoutOutlined aria-hidden />, label: t('nav.signOut'), onClick: leave },
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
