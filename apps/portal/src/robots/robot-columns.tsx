import { MoreOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { MenuButton } from '../components/menu-button'
import { RelativeTime } from '../components/relative-time'
import { useErrorNotice } from '../errors/use-error-notice'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow, Small, timeColumn } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import { EVERYWHERE } from './robot-form'
import { useDeleteRobot, useUpdateRobot } from './robot-changes.queries'
import { timeOf } from './robot-times'
import type { Robot, RobotOwner } from './robots.queries'

interface RobotActions {
  onEdit: (robot: Robot) => void
  onRefresh: (robot: Robot) => void
}

const issuersOf = ({ trust }: Robot) => [...new Set(trust.map(({ issuer }) => issuer.replace(/^https?:\/\//, '')))]
const isExpired = ({ expires_at: end }: Robot) => end >= 0 && end * 1000 <= Date.now()

export function useRobotColumns(owner: RobotOwner, { onEdit, onRefresh }: RobotActions): Column<Robot>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const { may } = useRights(owner)
  const { mutate: update, mutateAsync: updateAsync } = useUpdateRobot()
  const { mutateAsync: remove } = useDeleteRobot()
  const mayUpdate = may('robot:update')
  const mayDelete = may('robot:delete')

  return useMemo(() => {
    const confirmDisable = ({ id, name }: Robot) =>
      void confirm({
        title: t('robot.disableTitle', { name }),
        content: t('robot.disableText'),
        okText: t('robot.disable'),
        run: () => updateAsync({ id, disable: true }),
        done: t('robot.changed', { name }),
      })
    const enable = ({ id, name }: Robot) =>
      update({ id, disable: false }, { onSuccess: () => tell(t('robot.changed', { name })), onError: notice })
    const confirmDelete = ({ id, name }: Robot) =>
      void confirm({
        title: t('robot.deleteTitle', { name }),
        content: t('robot.deleteText'),
        okText: t('robot.delete'),
        run: () => remove(id),
        done: t('robot.deleted', { name }),
      })
    const actions = (robot: Robot) => [
      ...(mayUpdate
        ? [
            { key: 'edit', label: t('robot.edit'), onClick: () => onEdit(robot) },
            { key: 'refresh', label: t('robot.refresh'), onClick: () => onRefresh(robot) },
            robot.disable
              ? { key: 'enable', label: t('robot.enable'), onClick: () => enable(robot) }
              : { key: 'disable', label: t('robot.disable'), onClick: () => confirmDisable(robot) },
          ]
        : []),
      ...(mayDelete
        ? [
            { type: 'divider' as const },
            { key: 'delete', danger: true, label: t('robot.delete'), onClick: () => confirmDelete(robot) },
          ]
        : []),
    ]

    return [
      nameColumn<Robot>({
        key: 'name',
        title: t('robot.name'),
        sorts: true,
        cell: (robot) => (
          <>
            <span>
              <strong>{robot.name}</strong> {robot.disable ? <Tag>{t('robot.disabled')}</Tag> : null}
              {isExpired(robot) ? <Tag color="warning">{t('robot.expired')}</Tag> : null}
            </span>
            {robot.description === undefined ? null : <Small>{robot.description}</Small>}
            {robot.trust.length === 0 ? null : (
              <Small>{t('robot.trusting', { names: issuersOf(robot).join(', ') })}</Small>
            )}
            <OnNarrow>
              <Small>
                {t('robot.expires')} <RelativeTime value={timeOf(robot.expires_at)} ahead />
              </Small>
              {robot.old_secret_expires_at === undefined ? null : (
                <Small>
                  <OldSecretEnd robot={robot} />
                </Small>
              )}
            </OnNarrow>
          </>
        ),
      }),
      ...(owner === 'system'
        ? [
            {
              key: 'covers',
              title: t('robot.covers'),
              from: 'md' as const,
              cell: (robot: Robot) => <Covered robot={robot} />,
            },
          ]
        : []),
      timeColumn<Robot>({
        key: 'expires_at',
        title: t('robot.expires'),
        sorts: true,
        from: 'sm',
        ahead: true,
        value: ({ expires_at: end }) => timeOf(end),
        sub: (robot) => (robot.old_secret_expires_at === undefined ? null : <OldSecretEnd robot={robot} />),
      }),
      timeColumn<Robot>({
        key: 'last_used_time',
        title: t('robot.lastUsed'),
        from: 'md',
        value: ({ last_used_time: time }) => time,
        sub: ({ last_used_address: address }) => address,
      }),
      ...(mayUpdate || mayDelete
        ? [
            actionsColumn<Robot>(t, (robot) => (
              <MenuButton
                type="text"
                icon={<MoreOutlined aria-hidden />}
                aria-label={t('actions.of', { name: robot.name })}
                menu={{ items: actions(robot) }}
              />
            )),
          ]
        : []),
    ]
  }, [t, confirm, notice, owner, mayUpdate, mayDelete, update, updateAsync, remove, onEdit, onRefresh])
}

function OldSecretEnd({ robot: { old_secret_expires_at: end } }: { robot: Robot }) {
  const { t } = useTranslation()
  return (
    <>
      {t('robot.oldSecretUntil')} <RelativeTime value={timeOf(end)} ahead />
    </>
  )
}

/** Where a robot of the system has rights. */
function Covered({ robot: { permissions } }: { robot: Robot }) {
  const { t } = useTranslation()
  const projects = permissions.filter(({ kind }) => kind === 'project').map(({ namespace }) => namespace)
  const named = projects.filter((name) => name !== EVERYWHERE)
  const places = [
    ...(permissions.some(({ kind }) => kind === 'system') ? [t('robot.coversSystem')] : []),
    ...(projects.includes(EVERYWHERE) ? [t('robot.coversAll')] : []),
    ...(named.length > 3 ? [t('robot.coversProjects', { count: named.length })] : named),
  ]
  if (places.length === 0) return <span className="muted">{t('robot.coversNothing')}</span>
  return <span data-tip={named.join(', ')}>{places.join(' · ')}</span>
}
