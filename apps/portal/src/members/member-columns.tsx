import { EyeOutlined, UserDeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { builtInRoleNames as roles } from '@berth/rbac'
import { Button, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { Select } from '../components/select'
import { useConfirm } from '../forms/use-confirm'
import { useErrorNotice } from '../errors/use-error-notice'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow } from '../lists/columns'
import { rolesQuery } from '../rights/roles.queries'
import { useRights } from '../session/rights.queries'
import { roleName } from '../session/role-name'
import { useSignedInUser } from '../session/session.queries'
import { type Member, useChangeRole, useRemoveMember } from './members.queries'

export function useMemberColumns(project: string, onExplain: (member: Member) => void): Column<Member>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const { username } = useSignedInUser()
  const { may } = useRights({ project })
  const { mutate: changeRole, mutateAsync: changeRoleAsync } = useChangeRole(project)
  const { mutateAsync: remove } = useRemoveMember(project)
  const mayChange = may('member:update')
  const mayRemove = may('member:delete')
  const [isChanging, setChanging] = useState(false)
  const { data: all } = useQuery({ ...rolesQuery, enabled: isChanging })

  return useMemo(() => {
    const known = (all?.items ?? roles).map((role) => ({ value: role.id, label: roleName(t, role) ?? role.name }))
    const confirmRemove = ({ id, entity_name: name, entity_type: type }: Member) =>
      void confirm({
        title: t('member.removeTitle', { name }),
        content:
          type === 'u' && name === username
            ? t('member.removeSelf', { project })
            : t('member.removeText', { name, project }),
        okText: t('member.remove'),
        run: () => remove(id),
        done: t('member.removed', { name }),
      })
    const change = async (member: Member, roleId: number) => {
      const name = member.entity_name
      if (member.entity_type === 'u' && name === username) {
        await confirm({
          title: t('member.changeSelfTitle', { role: known.find(({ value }) => value === roleId)?.label }),
          content: t('member.changeSelf', { project }),
          okText: t('member.changeSelfAction'),
          run: () => changeRoleAsync({ memberId: member.id, roleId }),
          done: t('member.changed', { name }),
        })
        return
      }
      changeRole(
        { memberId: member.id, roleId },
        { onSuccess: () => tell(t('member.changed', { name })), onError: notice },
      )
    }
    const nameOf = ({ role_id: id, role_name: name }: Member) => roleName(t, { id, name }) ?? name
    /** What a member has is there even before the roles are. */
    const optionsFor = (member: Member) =>
      known.some(({ value }) => value === member.role_id)
        ? known
        : [{ value: member.role_id, label: nameOf(member) }, ...known]
    const role = (member: Member) =>
      mayChange ? (
        <Select
          label={t('member.roleOf', { name: member.entity_name })}
          value={member.role_id}
          options={optionsFor(member)}
          onChange={(roleId) => void change(member, roleId)}
          onReach={() => setChanging(true)}
        />
      ) : (
        nameOf(member)
      )
    return [
      nameColumn<Member>({
        key: 'name',
        title: t('member.name'),
        cell: (member) => (
          <>
            <span className="strong-name">
              {member.entity_name}
              {member.entity_type === 'g' ? (
                <>
                  {' '}
                  <Tag>{t('member.group')}</Tag>
                </>
              ) : null}
              {member.entity_type === 'u' && member.entity_name === username ? (
                <span className="muted">{t('member.you')}</span>
              ) : null}
            </span>
            <OnNarrow below="sm">{role(member)}</OnNarrow>
          </>
        ),
      }),
      { key: 'role', title: t('project.role'), from: 'sm', cell: role },
      actionsColumn<Member>(
        t,
        (member) => (
          <>
            <Button
              type="text"
              icon={<EyeOutlined aria-hidden />}
              aria-label={t('member.rightsOf', { name: member.entity_name })}
              data-tip={t('member.rights')}
              onClick={() => onExplain(member)}
            />
            {mayRemove ? (
              <Button
                type="text"
                danger
                icon={<UserDeleteOutlined aria-hidden />}
                aria-label={t('member.removeOf', { name: member.entity_name })}
                data-tip={t('member.remove')}
                onClick={() => confirmRemove(member)}
              />
            ) : null}
          </>
        ),
        96,
      ),
    ]
  }, [t, confirm, notice, username, project, all, mayChange, mayRemove, changeRole, changeRoleAsync, remove, onExplain])
}
