import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { useRenameGroup } from './group-changes.queries'
import type { Group } from './groups.queries'

interface Props {
  group: Group | undefined
  open: boolean
  onClose: () => void
}

export function RenameGroupDrawer({ group, open, onClose }: Props) {
  const { t } = useTranslation()
  const rename = useRenameGroup()
  const submit = ({ name }: { name: string }) =>
    rename.mutate(
      { id: group?.id ?? 0, name: name.trim() },
      {
        onSuccess: () => {
          tell(t('group.renamed', { name: name.trim() }))
          onClose()
        },
      },
    )
  return (
    <FormDrawer<{ name: string }>
      title={t('group.renameOf', { name: group?.group_name ?? '' })}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.save')}
      mutation={rename}
      initialValues={{ name: group?.group_name ?? '' }}
      onFinish={submit}
    >
      <Form.Item
        name="name"
        label={t('group.name')}
        {...(group?.group_type === 1 ? {} : { extra: t('group.renameText') })}
        rules={[{ required: true, whitespace: true, message: t('group.nameRequired') }]}
      >
        <Input autoFocus autoComplete="off" maxLength={255} />
      </Form.Item>
    </FormDrawer>
  )
}
