import { App, Button, Drawer, Form, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { NewPasswordFields } from '../account/new-password-fields'
import { useChangePassword } from '../account/session.queries'
import { ErrorPanel } from '../errors/error-panel'
import type { User } from './users.queries'

/** Gives another user a new password; closed without a user. */
export function ResetPasswordDrawer({ user, onClose }: { user: User | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ password: string }>()
  const change = useChangePassword(user?.user_id ?? 0)

  const close = () => {
    change.reset()
    onClose()
  }
  const submit = ({ password }: { password: string }) =>
    change.mutate(
      { new_password: password },
      {
        onSuccess: () => {
          void message.success(t('password.changed'))
          close()
        },
      },
    )

  return (
    <Drawer
      title={t('user.resetPasswordOf', { name: user?.username })}
      open={user !== undefined}
      onClose={close}
      size={440}
      destroyOnHidden
      footer={
        <Space className="drawer-footer">
          <Button onClick={close}>{t('actions.cancel')}</Button>
          <Button type="primary" loading={change.isPending} onClick={() => form.submit()}>
            {t('user.resetPassword')}
          </Button>
        </Space>
      }
    >
      <Form form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={submit}>
        {change.error === null ? null : (
          <div className="form-problem">
            <ErrorPanel error={change.error} />
          </div>
        )}
        <NewPasswordFields label={t('password.new')} />
      </Form>
    </Drawer>
  )
}
