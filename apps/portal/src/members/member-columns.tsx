import { UserDeleteOutlined } from '@ant-design/icons'
import { App, Button, Select, type TableColumnsType, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSignedInUser } from '../account/session.queries'
import { useConfirm } from '../components/use-confirm'
import { useErrorNotice } from '../errors/use-error-notice'
import { roleIds, roleName } from '../projects/role-name'
import { type Member, useChangeRole, useRemoveMember } from './members.queries'

export function useMemberColumns(
  project: string,
  { mayChange, mayRemove }: { mayChange: boolean; mayRemove: boolean },
): TableColumnsType<Member> {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const { username } = useSignedInUser()
  const changeRole = useChangeRole(project)
  const remove = useRemoveMember(project)

  const confirmRemove = ({ id, entity_name: name }: Member) =>
    void confirm({
      title: t('member.removeTitle', { name }),
      content: name === username ? t('member.removeSelf', { project }) : t('member.removeText', { name, project }),
      okText: t('member.remove'),
      run: () => remove.mutateAsync(id),
      done: t('member.removed', { name }),
    })

  return [
    {
      key: 'name',
      title: t('member.name'),
      render: (_, { entity_name: name }) => (
        <span>
          {name} {name === username ? <span className="muted">{t('member.you')}</span> : null}
        </span>
      ),
    },
    {
      key: 'role',
      title: t('project.role'),
      render: (_, member) =>
        mayChange ? (
          <Select
            className="role-select"
            aria-label={t('member.roleOf', { name: member.entity_name })}
            value={roleIds.find((id) => id === member.role_id) ?? null}
            options={roleIds.map((value) => ({ value, label: roleName(t, value) }))}
            onChange={(roleId) =>
              changeRole.mutate(
                { memberId: member.id, roleId },
                {
                  onSuccess: () => void message.success(t('member.changed', { name: member.entity_name })),
                  onError: notice,
                },
              )
            }
          />
        ) : (
          roleName(t, member.role_id)
        ),
    },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('actions.label')}</span>,
      align: 'right',
      width: 56,
      render: (_, member) =>
        mayRemove ? (
          <Tooltip title={t('member.remove')}>
            <Button
              type="text"
              danger
              icon={<UserDeleteOutlined aria-hidden />}
              aria-label={t('member.removeOf', { name: member.entity_name })}
              onClick={() => confirmRemove(member)}
            />
          </Tooltip>
        ) : null,
    },
  ]
}
