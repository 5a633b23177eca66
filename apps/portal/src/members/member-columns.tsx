import { UserDeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { Select } from '../components/select'
import { useConfirm } from '../forms/use-confirm'
import { useErrorNotice } from '../errors/use-error-notice'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import { roleName, roles } from '../session/role-name'
import { useSignedInUser } from '../session/session.queries'
import { type Member, useChangeRole, useRemoveMember } from './members.queries'

export function useMemberColumns(project: string): Column<Member>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const { username } = useSignedInUser()
  const { may } = useRights({ project })
  const { mutate: changeRole, mutateAsync: changeRoleAsync } = useChangeRole(project)
  const { mutateAsync: remove } = useRemoveMember(project)
  const mayChange = may('member:update')
  const mayRemove = may('member:delete')

  return useMemo(() => {
    const confirmRemove = ({ id, entity_name: name }: Member) =>
      void confirm({
        title: t('member.removeTitle', { name }),
        content: name === username ? t('member.removeSelf', { project }) : t('member.removeText', { name, project }),
        okText: t('member.remove'),
        run: () => remove(id),
        done: t('member.removed', { name }),
      })
    const change = async (member: Member, roleId: number) => {
      const name = member.entity_name
      if (name === username) {
        await confirm({
          title: t('member.changeSelfTitle', { role: roleName(t, { id: roleId }) }),
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
    const builtIn = roles.map((role) => ({ value: role.id, label: roleName(t, role) ?? role.name }))
    const nameOf = ({ role_id: id, role_name: name }: Member) => roleName(t, { id, name }) ?? name
    /** A role of their own is not among those that one can choose, but for whoever has it. */
    const optionsFor = (member: Member) =>
      builtIn.some(({ value }) => value === member.role_id)
        ? builtIn
        : [{ value: member.role_id, label: nameOf(member) }, ...builtIn]
    return [
      nameColumn<Member>({
        key: 'name',
        title: t('member.name'),
        cell: ({ entity_name: name }) => (
          <span className="strong-name">
            {name} {name === username ? <span className="muted">{t('member.you')}</span> : null}
          </span>
        ),
      }),
      {
        key: 'role',
        title: t('project.role'),
        cell: (member) =>
          mayChange ? (
            <Select
              label={t('member.roleOf', { name: member.entity_name })}
              value={member.role_id}
              options={optionsFor(member)}
              onChange={(roleId) => void change(member, roleId)}
            />
          ) : (
            nameOf(member)
          ),
      },
      ...(mayRemove
        ? [
            actionsColumn<Member>(t, (member) => (
              <Button
                type="text"
                danger
                icon={<UserDeleteOutlined aria-hidden />}
                aria-label={t('member.removeOf', { name: member.entity_name })}
                data-tip={t('member.remove')}
                onClick={() => confirmRemove(member)}
              />
            )),
          ]
        : []),
    ]
  }, [t, confirm, notice, username, project, mayChange, mayRemove, changeRole, changeRoleAsync, remove])
}
