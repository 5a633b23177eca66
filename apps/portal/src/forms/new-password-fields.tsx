import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { newPasswordRules, repeatedPasswordRule } from './rules'

/** A new password, twice; the form's value is `password`. */
export function NewPasswordFields({ label }: { label: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="password" label={label} rules={newPasswordRules(t)} extra={t('password.rule')}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('password.repeat')}
        dependencies={['password']}
        rules={[{ required: true, message: t('password.required') }, repeatedPasswordRule(t, 'password')]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
