import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSignedInUser } from '../session/session.queries'

/** The reader's password, for what nobody may do who only finds the browser open. */
export function OwnPasswordField() {
  const { t } = useTranslation()
  const { username } = useSignedInUser()
  return (
    <>
      {/* Password managers need to know whose password it is. */}
      <input type="text" hidden readOnly autoComplete="username" value={username} />
      <Form.Item
        name="password"
        label={t('password.current')}
        rules={[{ required: true, message: t('password.required') }]}
      >
        <Input.Password autoFocus autoComplete="current-password" />
      </Form.Item>
    </>
  )
}

export function CodeField({ label }: { label: string }) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="code"
      label={label}
      normalize={(code: string) => code.trimStart()}
      rules={[{ required: true, whitespace: true, message: t('factor.codeRequired') }]}
    >
      <Input autoComplete="one-time-code" maxLength={64} />
    </Form.Item>
  )
}
