import { isStrong } from '@berth/contracts'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { must } from '../forms/rules'

/** A secret of one's own choice, for who has to know it beforehand. */
export function OwnSecret() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="secret"
      label={t('robot.ownSecret')}
      extra={t('robot.ownSecretHint')}
      rules={[must(isStrong, t('robot.ownSecretRule'))]}
    >
      <Input.Password autoComplete="new-password" maxLength={128} />
    </Form.Item>
  )
}
