import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Form, Radio } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { ChoiceCards } from '../forms/choice-cards'
import { FormDrawer } from '../forms/form-drawer'
import { roleIds, roleKeys, roleName, type RoleId } from '../session/role-name'
import { useAddMember, userSuggestionsQuery } from './members.queries'

interface MemberForm {
  username: string
  roleId: RoleId
}

export function AddMemberDrawer({ project, open, onClose }: { project: string; open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const { data: suggestions = [] } = useQuery(userSuggestionsQuery(useDeferredValue(typed.trim())))
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
      initialValues={{ roleId: 2 }}
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
          {roleIds.map((id) => (
            <Radio key={id} value={id}>
              <strong>{roleName(t, id)}</strong>
              <span>{t(`roles.about.${roleKeys[id]}`)}</span>
            </Radio>
          ))}
        </ChoiceCards>
      </Form.Item>
    </FormDrawer>
  )
}
