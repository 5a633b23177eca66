import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { ErrorPanel } from '../errors/error-panel'
import { FormDrawer } from '../forms/form-drawer'
import { must } from '../forms/rules'
import { kindName } from './kinds'
import { type Registry, registryKindsQuery } from './registries.queries'
import { useCreateRegistry, useUpdateRegistry } from './registry-changes.queries'
import { type RegistryForm, TestRegistry } from './test-registry'

/** A scheme and a host, as the server has it. */
const isAddress = (text: string) => /^https?:\/\/[^/?#@\s]+\/?$/.test(text.trim())

const initialOf = (registry: Registry | undefined): Partial<RegistryForm> =>
  registry === undefined
    ? { type: 'docker-registry', verified: true }
    : {
        type: registry.type,
        name: registry.name,
        description: registry.description ?? '',
        url: registry.url ?? '',
        accessKey: registry.credential?.access_key ?? '',
        verified: !registry.insecure,
        authority: registry.ca_certificate ?? '',
      }

interface RegistryDrawerProps {
  /** The one to change; undefined: a new one. */
  registry: Registry | undefined
  open: boolean
  onClose: () => void
}

export function RegistryDrawer({ registry, open, onClose }: RegistryDrawerProps) {
  const { t } = useTranslation()
  const create = useCreateRegistry()
  const update = useUpdateRegistry()
  const submit = (form: RegistryForm) => {
    const { name, description = '', url, accessKey = '', secret, verified, authority = '', type } = form
    const fields = { name: name.trim(), description: description.trim(), url: url.trim(), insecure: !verified }
    const onSuccess = () => {
      tell(t(registry === undefined ? 'registry.created' : 'registry.changed', { name: fields.name }))
      onClose()
    }
    if (registry === undefined) {
      const credential = { type: 'basic', access_key: accessKey.trim(), access_secret: secret ?? '' }
      create.mutate({ ...fields, type, credential, ca_certificate: authority.trim() }, { onSuccess })
    } else {
      const access = { access_key: accessKey.trim(), ...(secret !== undefined && { access_secret: secret }) }
      update.mutate({ id: registry.id, ...fields, ...access, ca_certificate: authority.trim() }, { onSuccess })
    }
  }
  return (
    <FormDrawer<RegistryForm>
      title={registry === undefined ? t('registry.create') : t('registry.editOf', { name: registry.name })}
      open={open}
      onClose={onClose}
      submitLabel={registry === undefined ? t('actions.create') : t('actions.save')}
      mutation={registry === undefined ? create : update}
      initialValues={initialOf(registry)}
      onFinish={submit}
    >
      <RegistryFields registry={registry} />
    </FormDrawer>
  )
}

function RegistryFields({ registry }: { registry: Registry | undefined }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<RegistryForm>()
  const { data: kinds, error } = useQuery(registryKindsQuery)
  const suggest = (type: string) => {
    const url = kinds?.find((kind) => kind.type === type)?.url ?? ''
    if (url !== '') form.setFieldValue('url', url)
  }
  return (
    <>
      {error === null ? null : <ErrorPanel error={error} />}
      <Form.Item name="type" label={t('registry.kind')}>
        <Select
          disabled={registry !== undefined}
          loading={kinds === undefined}
          labelRender={({ value }) => kindName(t, String(value))}
          onChange={suggest}
          options={(kinds ?? []).map(({ type }) => ({ value: type, label: kindName(t, type) }))}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('registry.name')}
        rules={[{ required: true, whitespace: true, message: t('registry.nameRequired') }]}
      >
        <Input autoComplete="off" maxLength={255} />
      </Form.Item>
      <Form.Item
        name="url"
        label={t('registry.url')}
        rules={[
          { required: true, whitespace: true, message: t('registry.urlRequired') },
          must(isAddress, t('registry.urlRule')),
        ]}
      >
        <Input autoComplete="off" maxLength={2048} placeholder="https://" />
      </Form.Item>
      <Form.Item name="accessKey" label={t('registry.accessKey')} extra={t('registry.accessKeyHint')}>
        <Input autoComplete="off" maxLength={1024} />
      </Form.Item>
      <Form.Item
        name="secret"
        label={t('registry.secret')}
        extra={registry === undefined ? undefined : t('registry.secretHint')}
      >
        <Input.Password autoComplete="new-password" maxLength={16_384} />
      </Form.Item>
      <Form.Item name="verified" label={t('registry.verified')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="authority" label={t('registry.authority')} extra={t('registry.authorityHint')}>
        <Input.TextArea autoComplete="off" autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="description" label={t('registry.description')}>
        <Input.TextArea autoComplete="off" maxLength={1024} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <TestRegistry registry={registry} />
    </>
  )
}
