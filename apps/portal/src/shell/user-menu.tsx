import { LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Avatar, Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSignedInUser, useSignOut } from '../account/session.queries'
import { useErrorNotice } from '../errors/use-error-notice'

export function UserMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const notice = useErrorNotice()
  const { username, sysadmin } = useSignedInUser()
  const signOut = useSignOut()

  const choose = (key: string) => {
    if (key === 'profile') void navigate({ to: '/profile' })
    else signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in' }), onError: notice })
  }

  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: t(sysadmin ? 'nav.signedInAdmin' : 'nav.signedInAs', { name: username }),
          },
          { key: 'profile', icon: <UserOutlined aria-hidden />, label: t('nav.profile') },
          { key: 'signOut', icon: <LogoutOutlined aria-hidden />, label: t('nav.signOut') },
        ],
        onClick: ({ key }) => choose(key),
      }}
    >
      <Button type="text" className="user-button" aria-label={t('nav.account', { name: username })}>
        <Avatar size={26} className="user-avatar">
          {username.slice(0, 1).toUpperCase()}
        </Avatar>
        <span className="user-name">{username}</span>
      </Button>
    </Dropdown>
  )
}
