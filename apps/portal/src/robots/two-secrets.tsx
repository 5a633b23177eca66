import { Flex, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../components/relative-time'
import { timeOf } from './robot-times'
import type { Robot } from './robots.queries'

/** While a secret is being replaced: until when each of the two signs in. */
export function TwoSecrets({ robot }: { robot: Robot | undefined }) {
  const { t } = useTranslation()
  if (robot?.old_secret_expires_at === undefined) return null
  const end = timeOf(robot.expires_at)
  return (
    <Flex gap="large" wrap>
      <Form.Item label={t('robot.oldSecretUntil')}>
        <RelativeTime value={timeOf(robot.old_secret_expires_at)} ahead />
      </Form.Item>
      <Form.Item label={t('robot.newSecretUntil')}>
        {end === undefined ? t('robot.forEver') : <RelativeTime value={end} ahead />}
      </Form.Item>
    </Flex>
  )
}
