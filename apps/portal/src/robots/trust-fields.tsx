import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { isPattern } from '@berth/contracts'
import { Button, Card, Flex, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { must } from '../forms/rules'
import { useRegistryHost } from '../session/session.queries'
import { newTrust, type TrustForm, trustPresets } from './trust-form'
import styles from './trust-fields.module.css'

const MOST_ENTRIES = 10
const MOST_CLAIMS = 10

/** Issuers whose tokens are a password of the robot: each in a card of its own, for each is matched by itself. */
export function TrustFields() {
  const { t } = useTranslation()
  const host = useRegistryHost()
  const entries = Form.useWatch<TrustForm[] | undefined>('trust') ?? []
  return (
    <fieldset className={styles.trusts}>
      <legend>{t('robot.trust.title')}</legend>
      <p className={styles.about}>{t('robot.trust.about')}</p>
      <Form.List name="trust">
        {(fields, { add, remove }) => (
          <Flex vertical gap={12}>
            {fields.map(({ key, name }) => (
              <Card
                key={key}
                size="small"
                title={entries[name]?.issuer || t('robot.trust.new')}
                extra={
                  <Button
                    type="text"
                    icon={<CloseOutlined aria-hidden />}
                    aria-label={t('robot.trust.remove', { name: entries[name]?.issuer })}
                    onClick={() => remove(name)}
                  />
                }
              >
                <TrustEntry name={name} />
              </Card>
            ))}
            <Flex wrap gap={8}>
              {trustPresets.map((preset) => (
                <Button
                  key={preset.name}
                  icon={<PlusOutlined aria-hidden />}
                  disabled={fields.length >= MOST_ENTRIES}
                  onClick={() => add(newTrust(preset, host))}
                >
                  {preset.name === 'other' ? t('robot.trust.other') : preset.name}
                </Button>
              ))}
            </Flex>
          </Flex>
        )}
      </Form.List>
    </fieldset>
  )
}

function TrustEntry({ name }: { name: number }) {
  const { t } = useTranslation()
  const required = { required: true, whitespace: true, message: t('robot.trust.required') }
  return (
    <>
      <Form.Item name={[name, 'issuer']} label={t('robot.trust.issuer')} rules={[required]}>
        <Input inputMode="url" maxLength={1024} placeholder="https://" />
      </Form.Item>
      <Form.Item
        name={[name, 'audience']}
        label={t('robot.trust.audience')}
        extra={t('robot.trust.audienceHint')}
        rules={[required]}
      >
        <Input maxLength={255} />
      </Form.Item>
      <Form.List name={[name, 'claims']}>
        {(fields, { add, remove }) => (
          <Form.Item label={t('robot.trust.claims')} extra={t('robot.trust.claimsHint')} style={{ marginBottom: 0 }}>
            {fields.map(({ key, name: claim }) => (
              <div key={key} className={styles.claim}>
                <Form.Item name={[claim, 'name']} rules={[required]}>
                  <Input aria-label={t('robot.trust.claim')} placeholder={t('robot.trust.claim')} maxLength={64} />
                </Form.Item>
                <Form.Item name={[claim, 'pattern']} rules={[required, must(isPattern, t('robot.trust.patternRule'))]}>
                  <Input aria-label={t('robot.trust.pattern')} placeholder={t('robot.trust.pattern')} maxLength={255} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<CloseOutlined aria-hidden />}
                  aria-label={t('robot.trust.removeClaim')}
                  disabled={fields.length === 1}
                  onClick={() => remove(claim)}
                />
              </div>
            ))}
            <Button size="small" disabled={fields.length >= MOST_CLAIMS} onClick={() => add({ name: '', pattern: '' })}>
              {t('robot.trust.addClaim')}
            </Button>
          </Form.Item>
        )}
      </Form.List>
    </>
  )
}
