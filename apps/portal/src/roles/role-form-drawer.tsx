import { isRoleName } from '@berth/contracts'
import { offered } from '@berth/rbac'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { must } from '../forms/rules'
import { PatternsField } from '../rights/patterns-field'
import { RightsMatrix } from '../rights/rights-matrix'
import type { Role } from '../rights/roles.queries'
import { useRoleName } from '../rights/use-words'
import { PatternPreview } from './pattern-preview'
import { useSaveRole } from './role-changes.queries'

interface RoleForm {
  name: string
  description?: string
  repositories?: string[]
  permissions: string[]
}

interface RoleFormDrawerProps {
  /** The role to change, or to begin with. */
  role: Role | undefined
  as: 'new' | 'changed'
  open: boolean
  onClose: () => void
}

/** Makes a role or changes one. */
export function RoleFormDrawer({ role, as, open, onClose }: RoleFormDrawerProps) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const save = useSaveRole(as === 'changed' ? role?.id : undefined)
  const isCopy = as === 'new' && role !== undefined
  const submit = ({ name, description = '', repositories = [], permissions }: RoleForm) =>
    save.mutate(
      { name, description, permissions, repositories: repositories.length === 0 ? null : repositories },
      {
        onSuccess: () => {
          tell(t('role.saved', { name }))
          onClose()
        },
      },
    )
  const heading = as === 'changed' ? t('role.change') : isCopy ? t('role.copy') : t('role.create')
  return (
    <FormDrawer<RoleForm>
      key={`${as} ${role?.id ?? ''}`}
      title={heading}
      open={open}
      onClose={onClose}
      submitLabel={as === 'changed' ? t('actions.save') : t('actions.create')}
      mutation={save}
      initialValues={{
        name: role === undefined ? '' : isCopy ? t('role.copyOf', { name: roleName(role.name) }) : role.name,
        description: role?.description ?? '',
        repositories: role?.repositories ?? [],
        permissions: role?.permissions ?? ['self:read'],
      }}
      onFinish={submit}
    >
      <Form.Item
        name="name"
        label={t('role.name')}
        rules={[{ required: true, message: t('role.nameRequired') }, must(isRoleName, t('role.nameRule'))]}
      >
        <Input autoFocus maxLength={64} />
      </Form.Item>
      <Form.Item name="description" label={t('role.description')}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <PatternsField
        name="repositories"
        label={t('role.repositories')}
        extra={t('role.patternHint')}
        placeholder="team/**"
        most={20}
      />
      <PatternPreview field="repositories" />
      <Form.Item
        name="permissions"
        label={t('role.permissions')}
        rules={[{ type: 'array', min: 1, message: t('role.permissionRequired') }]}
      >
        <RightsMatrix label={t('role.permissions')} options={offered.project} />
      </Form.Item>
    </FormDrawer>
  )
}
