import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

interface CodeFormProps {
  isPending: boolean
  onCode: (code: string) => void
  onBack: () => void
}

/** The second step of signing in. */
export function CodeForm({ isPending, onCode, onBack }: CodeFormProps) {
  const { t } = useTranslation()
  return (
    <Form<{ code: string }>
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={({ code }) => onCode(code.trim())}
    >
      <Form.Item
        name="code"
        label={t('signIn.code')}
        extra={t('signIn.codeHint')}
        rules={[{ required: true, whitespace: true, message: t('signIn.codeRequired') }]}
      >
        <Input autoComplete="one-time-code" autoFocus maxLength={64} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={isPending}>
        {t('signIn.codeSubmit')}
      </Button>
      <Button type="link" block onClick={onBack}>
        {t('signIn.codeBack')}
      </Button>
    </Form>
  )
}
