import { App, Button, Drawer, Form, Input, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { emailRules, usernameRules } from '../account/identity-rules'
import { NewPasswordFields } from '../account/new-password-fields'
import type { NewUser } from '../account/session.queries'
import { ErrorPanel } from '../errors/error-panel'
import { useCreateUser } from './users.queries'

export function CreateUserDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<NewUser>()
  const create = useCreateUser()

  const close = () => {
    create.reset()
    onClose()
  }
  const submit = ({ username, email, realname, password }: NewUser) =>
    create.mutate(
      { username, email, realname: realname || username, password },
      {
        onSuccess: () => {
          void message.success(t('user.createdDone', { name: username }))
          close()
        },
      },
    )

  return (
    <Drawer
      title={t('user.create')}
      open={open}
      onClose={close}
      size={440}
      destroyOnHidden
      footer={
        <Space className="drawer-footer">
          <Button onClick={close}>{t('actions.cancel')}</Button>
          <Button type="primary" loading={create.isPending} onClick={() => form.submit()}>
            {t('actions.create')}
          </Button>
        </Space>
      }
    >
      <Form<NewUser> form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={submit}>
        {create.error === null ? null : (
          <div className="form-problem">
            <ErrorPanel error={create.error} />
          </div>
        )}
        <Form.Item name="username" label={t('user.username')} rules={usernameRules(t)}>
          <Input autoFocus autoComplete="off" maxLength={255} />
        </Form.Item>
        <Form.Item name="email" label={t('user.email')} rules={emailRules(t)}>
          <Input inputMode="email" autoComplete="off" maxLength={255} />
        </Form.Item>
        <Form.Item name="realname" label={t('user.realname')}>
          <Input autoComplete="off" maxLength={255} />
        </Form.Item>
        <NewPasswordFields label={t('password.label')} />
      </Form>
    </Drawer>
  )
}
