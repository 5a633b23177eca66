import { useQuery } from '@tanstack/react-query'
import { partsOf } from '@berth/rbac'
import { Form, Input, Radio, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../forms/choice-cards'
import { FormDrawer } from '../forms/form-drawer'
import { projectNamesQuery } from '../forms/project-names.queries'
import { PatternsField } from '../rights/patterns-field'
import { SecretDrawer } from './secret-drawer'
import { TokenRights } from './token-rights'
import { useCreateToken } from './token-changes.queries'

const lives = [7, 30, 90, 365, -1] as const
const accesses = ['read', 'write', 'chosen'] as const

interface TokenForm {
  name: string
  duration: number
  access: (typeof accesses)[number]
  projects?: string[]
  repositories?: string[]
  permissions?: string[]
  system?: string[]
}

/** Makes an access token, and shows its secret once. */
export function TokenDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const create = useCreateToken()
  const [typed, setTyped] = useState('')
  const { data: names = [] } = useQuery(projectNamesQuery(useDeferredValue(typed.trim())))
  const close = () => {
    onClose()
    create.reset()
  }
  if (create.data !== undefined)
    return (
      <SecretDrawer
        open={open}
        title={t('tokens.made', { name: create.data.name })}
        secret={create.data.secret}
        label={t('tokens.secret')}
        onClose={close}
      />
    )

  const submit = ({ projects = [], repositories = [], permissions = [], system = [], ...token }: TokenForm) =>
    create.mutate({
      ...token,
      permissions: permissions.map(partsOf),
      system_permissions: system.map(partsOf),
      ...(projects.length === 0 ? {} : { projects }),
      ...(repositories.length === 0 ? {} : { repositories }),
    })
  return (
    <FormDrawer<TokenForm>
      title={t('tokens.create')}
      open={open}
      onClose={close}
      submitLabel={t('actions.create')}
      mutation={create}
      initialValues={{ duration: 30, access: 'read' }}
      size={680}
      onFinish={submit}
    >
      <Form.Item
        name="name"
        label={t('tokens.name')}
        extra={t('tokens.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('tokens.nameRequired') }]}
      >
        <Input autoFocus autoComplete="off" maxLength={64} />
      </Form.Item>
      <Form.Item name="access" label={t('tokens.accessLabel')}>
        <ChoiceCards>
          {accesses.map((access) => (
            <Radio key={access} value={access}>
              <strong>{t(`tokens.access.${access}`)}</strong>
              <span>{t(`tokens.accessText.${access}`)}</span>
            </Radio>
          ))}
        </ChoiceCards>
      </Form.Item>
      <TokenRights />
      <Form.Item name="projects" label={t('tokens.projects')} extra={t('tokens.projectsHint')}>
        <Select
          mode="multiple"
          options={names.map((value) => ({ value }))}
          filterOption={false}
          onSearch={setTyped}
          placeholder={t('tokens.everywhere')}
        />
      </Form.Item>
      <PatternsField
        name="repositories"
        label={t('tokens.repositories')}
        extra={t('tokens.repositoriesHint')}
        placeholder={t('tokens.allRepositories')}
        most={50}
      />
      <Form.Item name="duration" label={t('tokens.life')}>
        <Select
          options={lives.map((days) => ({
            value: days,
            label: days < 0 ? t('tokens.forEver') : t('tokens.days', { count: days }),
          }))}
        />
      </Form.Item>
    </FormDrawer>
  )
}
