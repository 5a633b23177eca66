import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Form, Radio } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { ChoiceCards } from '../forms/choice-cards'
import { FormDrawer } from '../forms/form-drawer'
import { rolesQuery } from '../rights/roles.queries'
import { roleName, roles } from '../session/role-name'
import { useAddMember, userSuggestionsQuery } from './members.queries'

/** What most people need. */
const usual = roles.find(({ name }) => name === 'developer')

interface MemberForm {
  username: string
  roleId: number
}

export function AddMemberDrawer({ project, open, onClose }: { project: string; open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const { data: suggestions = [] } = useQuery(userSuggestionsQuery(useDeferredValue(typed.trim())))
  const { data: all } = useQuery(rolesQuery)
  const own = all?.items.filter((role) => !role.built_in) ?? []
  const add = useAddMember(project)

  const close = () => {
    setTyped('')
    onClose()
  }
  const submit = ({ username, roleId }: MemberForm) =>
    add.mutate(
      { username: username.trim(), roleId },
      {
        onSuccess: () => {
          tell(t('member.added', { name: username }))
          close()
        },
      },
    )

  return (
    <FormDrawer<MemberForm>
      title={t('member.add')}
      open={open}
      onClose={close}
      submitLabel={t('actions.add')}
      mutation={add}
      initialValues={usual === undefined ? {} : { roleId: usual.id }}
      onFinish={submit}
    >
      <Form.Item
        name="username"
        label={t('user.username')}
        rules={[{ required: true, whitespace: true, message: t('user.usernameRequired') }]}
      >
        <AutoComplete
          autoFocus
          options={suggestions.map(({ username }) => ({ value: username }))}
          onChange={(value: string | undefined) => setTyped(value ?? '')}
        />
      </Form.Item>
      <Form.Item name="roleId" label={t('project.role')}>
        <ChoiceCards>
          {roles.map((role) => (
            <Radio key={role.id} value={role.id}>
              <strong>{roleName(t, role)}</strong>
              <span>{t(`roles.about.${role.name}`)}</span>
            </Radio>
          ))}
          {own.map(({ id, name, description, repositories }) => (
            <Radio key={id} value={id}>
              <strong>{name}</strong>
              <span>{[description, repositories?.join(' ')].filter(Boolean).join(' · ')}</span>
            </Radio>
          ))}
        </ChoiceCards>
      </Form.Item>
    </FormDrawer>
  )
}
