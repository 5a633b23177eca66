import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../forms/form-drawer'
import { emailRules, realnameRules, usernameRules } from '../forms/rules'
import { NewPasswordFields } from '../forms/new-password-fields'
import type { NewUser } from '../account/session.queries'
import { useCreateUser } from './users.queries'

export function CreateUserDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const create = useCreateUser()

  const submit = ({ username, email, realname, password }: NewUser) =>
    create.mutate(
      { username, email, realname: realname || username, password },
      {
        onSuccess: () => {
          void message.success(t('user.createdDone', { name: username }))
          onClose()
        },
      },
    )

  return (
    <FormDrawer
      title={t('user.create')}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.create')}
      mutation={create}
      onFinish={submit}
    >
      <Form.Item name="username" label={t('user.username')} rules={usernameRules(t)}>
        <Input autoFocus autoComplete="off" maxLength={255} />
      </Form.Item>
      <Form.Item name="email" label={t('user.email')} rules={emailRules(t)}>
        <Input inputMode="email" autoComplete="off" maxLength={255} />
      </Form.Item>
      <Form.Item name="realname" label={t('user.realname')} rules={realnameRules(t)}>
        <Input autoComplete="off" maxLength={255} />
      </Form.Item>
      <NewPasswordFields label={t('password.label')} />
    </FormDrawer>
  )
}
