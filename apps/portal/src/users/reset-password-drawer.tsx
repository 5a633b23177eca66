import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../forms/form-drawer'
import { NewPasswordFields } from '../forms/new-password-fields'
import { useChangePassword } from '../account/session.queries'
import type { User } from './users.queries'

/** Gives another user a new password; closed without a user. */
export function ResetPasswordDrawer({ user, onClose }: { user: User | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const change = useChangePassword(user?.user_id ?? 0)

  const submit = ({ password }: { password: string }) =>
    change.mutate(
      { new_password: password },
      {
        onSuccess: () => {
          void message.success(t('password.changed'))
          onClose()
        },
      },
    )

  return (
    <FormDrawer
      title={t('user.resetPasswordOf', { name: user?.username })}
      open={user !== undefined}
      onClose={onClose}
      submitLabel={t('user.resetPassword')}
      mutation={change}
      onFinish={submit}
    >
      <NewPasswordFields label={t('password.new')} />
    </FormDrawer>
  )
}
