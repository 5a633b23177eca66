import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { NewPasswordFields } from '../forms/new-password-fields'
import { useResetPassword } from './user-changes.queries'
import type { User } from './users.queries'

interface ResetPasswordDrawerProps {
  user: User | undefined
  open: boolean
  onClose: () => void
}

/** Gives another user a new password. */
export function ResetPasswordDrawer({ user, open, onClose }: ResetPasswordDrawerProps) {
  const { t } = useTranslation()
  const reset = useResetPassword()

  const submit = ({ password }: { password: string }) => {
    if (user === undefined) return
    reset.mutate(
      { userId: user.user_id, password },
      {
        onSuccess: () => {
          tell(t('password.changed'))
          onClose()
        },
      },
    )
  }

  return (
    <FormDrawer
      title={t('user.resetPasswordOf', { name: user?.username })}
      open={open}
      onClose={onClose}
      submitLabel={t('user.resetPassword')}
      mutation={reset}
      onFinish={submit}
    >
      <NewPasswordFields label={t('password.new')} />
    </FormDrawer>
  )
}
