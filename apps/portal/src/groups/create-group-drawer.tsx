import { distinguishedNameKey } from '@berth/contracts'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Form, Input, Radio } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { ChoiceCards } from '../forms/choice-cards'
import { FormDrawer } from '../forms/form-drawer'
import { must } from '../forms/rules'
import { useRights } from '../session/rights.queries'
import { directoryGroupsQuery, useCreateGroup } from './group-changes.queries'

interface NewGroup {
  type: number
  name?: string
  dn?: string
}

const LDAP = 1
const OIDC = 3
const isDn = (text: string) => distinguishedNameKey(text) !== undefined

export function CreateGroupDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { may } = useRights('system')
  const [type, setType] = useState(LDAP)
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  // Part of a name is looked up; a DN is there already.
  const { data: found = [] } = useQuery(directoryGroupsQuery(may('ldap-user:list') && !isDn(asked) ? asked : ''))
  const create = useCreateGroup()
  const close = () => {
    setType(LDAP)
    setTyped('')
    onClose()
  }
  const submit = ({ name, dn }: NewGroup) => {
    const given = { group_type: type, group_name: name?.trim() ?? '' }
    create.mutate(type === LDAP ? { ...given, ldap_group_dn: dn?.trim() ?? '' } : given, {
      onSuccess: () => {
        tell(t('group.created', { name: given.group_name || dn }))
        close()
      },
    })
  }
  return (
    <FormDrawer<NewGroup>
      title={t('group.create')}
      open={open}
      onClose={close}
      submitLabel={t('actions.create')}
      mutation={create}
      initialValues={{ type: LDAP }}
      onFinish={submit}
    >
      <Form.Item name="type" label={t('group.source')}>
        <ChoiceCards onChange={({ target }: { target: { value?: unknown } }) => setType(Number(target.value))}>
          <Radio value={LDAP}>
            <strong>{t('group.ldap')}</strong>
            <span>{t('group.ldapText')}</span>
          </Radio>
          <Radio value={OIDC}>
            <strong>{t('group.oidc')}</strong>
            <span>{t('group.oidcText')}</span>
          </Radio>
        </ChoiceCards>
      </Form.Item>
      {type === LDAP ? (
        <Form.Item name="dn" label={t('group.dn')} extra={t('group.dnText')} rules={[must(isDn, t('group.dnRule'))]}>
          <AutoComplete
            options={found.map(({ ldap_group_dn: dn = '', group_name: name }) => ({
              value: dn,
              label: `${name} – ${dn}`,
            }))}
            onChange={(value: string | undefined) => setTyped(value ?? '')}
          />
        </Form.Item>
      ) : null}
      <Form.Item
        name="name"
        label={t('group.name')}
        {...(type === LDAP ? { extra: t('group.nameText') } : {})}
        rules={type === LDAP ? [] : [{ required: true, whitespace: true, message: t('group.nameRequired') }]}
      >
        <Input autoComplete="off" maxLength={255} />
      </Form.Item>
    </FormDrawer>
  )
}
