import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { useRights } from '../session/rights.queries'
import { ChoiceCards } from '../forms/choice-cards'
import { projectNameRules } from '../forms/rules'
import { SizeField } from '../forms/size-field'
import { ProxyFields } from '../proxy-cache/proxy-fields'
import { type ProxyForm, proxyFormOf, proxyMetadataOf } from '../proxy-cache/proxy-form'
import { RegistryField } from '../proxy-cache/registry-field'
import { useCreateProject } from './projects.queries'

interface ProjectForm extends ProxyForm {
  name: string
  access: 'private' | 'public'
  /** Bytes; null: the system's default. */
  limit?: number | null
  kind?: 'local' | 'proxy'
  registry?: number
}

const usual = proxyFormOf({})

interface CreateProjectDrawerProps {
  open: boolean
  onClose: () => void
  /** Whether the address says that it is open. */
  inAddress?: boolean
}

export function CreateProjectDrawer({ open, onClose, inAddress = false }: CreateProjectDrawerProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { may } = useRights('system')
  const create = useCreateProject()

  const submit = ({ name, access, limit, kind, registry, ...given }: ProjectForm) => {
    const storage = typeof limit === 'number' ? { storageLimit: limit } : {}
    const metadata = proxyMetadataOf({ ...usual, ...given })
    const proxy = kind === 'proxy' && registry !== undefined ? { proxy: { registryId: registry, metadata } } : {}
    create.mutate(
      { name, public: access === 'public', ...storage, ...proxy },
      {
        onSuccess: () => {
          tell(t('project.createdDone', { name }))
          if (!inAddress) onClose()
          // Back from the project leads to where it was made, and not to the empty form.
          void navigate({ to: '/projects/$project', params: { project: name }, replace: inAddress })
        },
      },
    )
  }

  return (
    <FormDrawer<ProjectForm>
      title={t('project.create')}
      open={open}
      onClose={onClose}
      inAddress={inAddress}
      submitLabel={t('actions.create')}
      mutation={create}
      initialValues={{ ...usual, access: 'private', kind: 'local' }}
      onFinish={submit}
    >
      <Form.Item
        name="name"
        label={t('project.name')}
        extra={t('project.nameHint')}
        validateTrigger={['onBlur', 'onSubmit']}
        rules={projectNameRules(t)}
      >
        <Input autoFocus autoComplete="off" spellCheck={false} maxLength={255} />
      </Form.Item>
      <Form.Item name="access" label={t('project.access')}>
        <ChoiceCards>
          <Radio value="private">
            <strong>{t('project.private')}</strong>
            <span>{t('project.privateText')}</span>
          </Radio>
          <Radio value="public">
            <strong>{t('project.public')}</strong>
            <span>{t('project.publicText')}</span>
          </Radio>
        </ChoiceCards>
      </Form.Item>
      {may('registry:list') ? <KindFields /> : null}
      {may('quota:update') ? (
        <Form.Item
          name="limit"
          label={t('project.quota')}
          extra={t('project.quotaHint')}
          rules={[{ type: 'number', min: 1, max: Number.MAX_SAFE_INTEGER, message: t('form.sizeRule') }]}
        >
          <SizeField label={t('project.quota')} />
        </Form.Item>
      ) : null}
    </FormDrawer>
  )
}

/** Whether it holds images of its own, or copies of another registry's. */
function KindFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance<ProjectForm>()
  const [kind, access] = [Form.useWatch('kind', form), Form.useWatch('access', form)]
  return (
    <>
      <Form.Item name="kind" label={t('proxy.kind')}>
        <ChoiceCards>
          <Radio value="local">
            <strong>{t('proxy.local')}</strong>
            <span>{t('proxy.localText')}</span>
          </Radio>
          <Radio value="proxy">
            <strong>{t('project.proxy')}</strong>
            <span>{t('proxy.kindText')}</span>
          </Radio>
        </ChoiceCards>
      </Form.Item>
      {kind === 'proxy' ? (
        <>
          <RegistryField />
          <ProxyFields isPublic={access === 'public'} />
        </>
      ) : null}
    </>
  )
}
