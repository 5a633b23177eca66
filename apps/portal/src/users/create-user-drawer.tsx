import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { emailRules, realnameRules, usernameRules } from '../forms/rules'
import { NewPasswordFields } from '../forms/new-password-fields'
import { useCreateUser } from './user-changes.queries'

interface NewUser {
  username: string
  email?: string
  realname?: string
  password: string
}

export function CreateUserDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const create = useCreateUser()

  const submit = ({ username, email = '', realname, password }: NewUser) =>
    create.mutate(
      { username, email, realname: realname || username, password },
      {
        onSuccess: () => {
          tell(t('user.createdDone', { name: username }))
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
