import { useNavigate } from '@tanstack/react-router'
import { App, Button, Drawer, Form, Input, InputNumber, Radio, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSignedInUser } from '../account/session.queries'
import { ErrorPanel } from '../errors/error-panel'
import { useCreateProject } from './projects.queries'

interface ProjectForm {
  name: string
  access: 'private' | 'public'
  gibibytes?: number | null
}

const projectName = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/

export function CreateProjectDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { sysadmin } = useSignedInUser()
  const [form] = Form.useForm<ProjectForm>()
  const create = useCreateProject()

  const close = () => {
    create.reset()
    onClose()
  }
  const submit = ({ name, access, gibibytes }: ProjectForm) => {
    const limit = typeof gibibytes === 'number' ? { storageLimit: Math.round(gibibytes * 1024 ** 3) } : {}
    create.mutate(
      { name, public: access === 'public', ...limit },
      {
        onSuccess: () => {
          void message.success(t('project.createdDone', { name }))
          close()
          void navigate({ to: '/projects/$project', params: { project: name } })
        },
      },
    )
  }

  return (
    <Drawer
      title={t('project.create')}
      open={open}
      onClose={close}
      size={440}
      destroyOnHidden
      footer={
        <Space className="drawer-footer">
          <Button onClick={close}>{t('actions.cancel')}</Button>
          <Button type="primary" loading={create.isPending} onClick={() => form.submit()}>
            {t('actions.create')}
          </Button>
        </Space>
      }
    >
      <Form<ProjectForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ access: 'private' }}
        onFinish={submit}
      >
        {create.error === null ? null : (
          <div className="form-problem">
            <ErrorPanel error={create.error} />
          </div>
        )}
        <Form.Item
          name="name"
          label={t('project.name')}
          extra={t('project.nameHint')}
          validateTrigger={['onBlur', 'onSubmit']}
          rules={[
            { required: true, message: t('project.nameRequired') },
            { pattern: projectName, max: 255, message: t('project.nameRule') },
          ]}
        >
          <Input autoFocus autoComplete="off" spellCheck={false} maxLength={255} onPressEnter={() => form.submit()} />
        </Form.Item>
        <Form.Item name="access" label={t('project.access')}>
          <Radio.Group className="choice-cards">
            <Radio value="private">
              <strong>{t('project.private')}</strong>
              <span>{t('project.privateText')}</span>
            </Radio>
            <Radio value="public">
              <strong>{t('project.public')}</strong>
              <span>{t('project.publicText')}</span>
            </Radio>
          </Radio.Group>
        </Form.Item>
        {sysadmin ? (
          <Form.Item name="gibibytes" label={t('project.quota')} extra={t('project.quotaHint')}>
            <InputNumber min={1} max={1_048_576} suffix="GiB" className="full-width" />
          </Form.Item>
        ) : null}
      </Form>
    </Drawer>
  )
}
