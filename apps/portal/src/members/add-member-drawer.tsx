import { useQuery } from '@tanstack/react-query'
import { distinguishedNameKey } from '@berth/contracts'
import { builtInRoleNames as roles } from '@berth/rbac'
import { AutoComplete, Form, Radio } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { ChoiceCards } from '../forms/choice-cards'
import { FormDrawer } from '../forms/form-drawer'
import { rolesQuery } from '../rights/roles.queries'
import { roleName } from '../session/role-name'
import { groupSuggestionsQuery, type NewMember, useAddMember, userSuggestionsQuery } from './members.queries'

/** What most people need. */
const usual = roles.find(({ name }) => name === 'developer')

interface MemberForm {
  kind: 'user' | 'group'
  name: string
  roleId: number
}

type KnownGroup = { id: number; group_name: string }

/** What is typed for a group means one that is known, a DN of the directory, or a name at the provider. */
function groupOf(text: string, known: readonly KnownGroup[]): NewMember {
  const same = known.filter(({ group_name: name }) => name === text)
  const [group] = same
  if (group !== undefined && same.length === 1) return { member_group: { id: group.id } }
  if (distinguishedNameKey(text) !== undefined) return { member_group: { ldap_group_dn: text, group_type: 1 } }
  return { member_group: { group_name: text, group_type: 3 } }
}

export function AddMemberDrawer({ project, open, onClose }: { project: string; open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<MemberForm['kind']>('user')
  const deferred = useDeferredValue(typed.trim())
  const asked = typed === '' ? '' : deferred
  const { data: users = [] } = useQuery(userSuggestionsQuery(kind === 'user' ? asked : ''))
  const { data: groups = [] } = useQuery(groupSuggestionsQuery(kind === 'group' ? asked : ''))
  const { data: all } = useQuery(rolesQuery)
  const own = all?.items.filter((role) => !role.built_in) ?? []
  const add = useAddMember(project)

  const close = () => {
    setTyped('')
    setKind('user')
    onClose()
  }
  const submit = ({ name, roleId }: MemberForm) => {
    const who = kind === 'user' ? { member_user: { username: name.trim() } } : groupOf(name.trim(), groups)
    add.mutate(
      { who, roleId },
      {
        onSuccess: () => {
          tell(t('group.member.added', { name }))
          close()
        },
      },
    )
  }

  return (
    <FormDrawer<MemberForm>
      title={t('member.add')}
      open={open}
      onClose={close}
      submitLabel={t('actions.add')}
      mutation={add}
      initialValues={{ kind: 'user', ...(usual === undefined ? {} : { roleId: usual.id }) }}
      onFinish={submit}
    >
      <Form.Item name="kind" label={t('group.member.kind')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'user', label: t('group.member.user') },
            { value: 'group', label: t('member.group') },
          ]}
          onChange={({ target }) => setKind(target.value === 'group' ? 'group' : 'user')}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={kind === 'user' ? t('user.username') : t('group.member.groupName')}
        {...(kind === 'user' ? {} : { extra: t('group.member.groupText') })}
        rules={[
          {
            required: true,
            whitespace: true,
            message: kind === 'user' ? t('form.usernameRequired') : t('group.member.groupRequired'),
          },
        ]}
      >
        <AutoComplete
          autoFocus
          options={
            kind === 'user'
              ? users.map(({ username }) => ({ value: username }))
              : groups.map(({ group_name: name }) => ({ value: name }))
          }
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
