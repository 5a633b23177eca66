import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice'
import { ErrorPanel } from '../errors/error-panel'
import type { Registry } from './registries.queries'
import { usePingRegistry } from './registry-changes.queries'

/** What was never touched is not there. */
export interface RegistryForm {
  type: string
  name: string
  url: string
  verified: boolean
  description?: string
  accessKey?: string
  /** Of a registry that is there, not there as long as it stays. */
  secret?: string
  authority?: string
}

/** Looks at the registry as the form says it, saved or not. */
export function TestRegistry({ registry }: { registry: Registry | undefined }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<RegistryForm>()
  const ping = usePingRegistry()
  const test = async () => {
    const isFilled = await form.validateFields(['url']).then(
      () => true,
      () => false,
    )
    if (!isFilled) return
    const { type, url, verified, accessKey = '', secret, authority = '' } = form.getFieldsValue()
    ping.mutate({
      ...(registry === undefined ? { type } : { id: registry.id }),
      url: url.trim(),
      access_key: accessKey.trim(),
      ...(secret !== undefined && { access_secret: secret }),
      insecure: !verified,
      ca_certificate: authority.trim(),
    })
  }
  return (
    <>
      <Form.Item>
        <Button loading={ping.isPending} onClick={() => void test()}>
          {t('registry.test')}
        </Button>
      </Form.Item>
      {ping.error === null ? null : <ErrorPanel error={ping.error} />}
      {ping.isSuccess ? <Notice tone="success">{t('registry.answers')}</Notice> : null}
    </>
  )
}
