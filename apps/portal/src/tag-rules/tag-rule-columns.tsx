import { MoreOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../components/menu-button'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn } from '../lists/columns'
import { rolesQuery } from '../rights/roles.queries'
import { useRoleName } from '../rights/use-words'
import { useRights } from '../session/rights.queries'
import { readSelectors } from './selectors'
import { isProtected, robotsMay, rolesOf, type TagRule } from './tag-rule'
import { useDeleteTagRule, useSwitchTagRule } from './tag-rules.queries'
import { useSelectorWords } from './use-selector-words'

export function useTagRuleColumns(project: string, onChange: (rule: TagRule) => void): Column<TagRule>[] {
  const { t } = useTranslation()
  const words = useSelectorWords('all')
  const roleName = useRoleName()
  const confirm = useConfirm()
  const { may } = useRights({ project })
  const { data: roles } = useQuery(rolesQuery)
  const { mutateAsync: remove } = useDeleteTagRule(project)
  const { mutateAsync: turn } = useSwitchTagRule(project)
  const [mayUpdate, mayDelete] = [may('immutable-tag:update'), may('immutable-tag:delete')]

  return useMemo(() => {
    const sentence = (rule: TagRule) => {
      const about = words(readSelectors(rule))
      if (!isProtected(rule.template)) return t('tagRule.nobody', { about })
      const names = rolesOf(rule).map((id) => roleName(roles?.items.find((role) => role.id === id)?.name ?? `#${id}`))
      const who = [...names, ...(robotsMay(rule) ? [t('tagRule.theRobots')] : [])].join(t('rights.comma'))
      return t('tagRule.only', { about, who })
    }
    const confirmSwitch = (rule: TagRule) =>
      void confirm({
        title: rule.disabled ? t('tagRule.switchOnTitle') : t('tagRule.switchOffTitle'),
        content: sentence(rule),
        okText: rule.disabled ? t('tagRule.switchOn') : t('tagRule.switchOff'),
        danger: !rule.disabled,
        run: () => turn({ rule, disabled: !rule.disabled }),
        done: t('tagRule.saved'),
      })
    const confirmDelete = (rule: TagRule) =>
      void confirm({
        title: t('tagRule.deleteTitle'),
        content: sentence(rule),
        okText: t('tagRule.delete'),
        run: () => remove(rule.id),
        done: t('tagRule.deleted'),
      })
    const actions = (rule: TagRule) => [
      ...(mayUpdate
        ? [
            { key: 'change', label: t('tagRule.change'), onClick: () => onChange(rule) },
            {
              key: 'switch',
              label: rule.disabled ? t('tagRule.switchOn') : t('tagRule.switchOff'),
              onClick: () => confirmSwitch(rule),
            },
          ]
        : []),
      ...(mayDelete
        ? [{ key: 'delete', danger: true, label: t('tagRule.delete'), onClick: () => confirmDelete(rule) }]
        : []),
    ]
    return [
      nameColumn<TagRule>({
        key: 'id',
        title: t('tagRule.rule'),
        cell: (rule) => (
          <span className={rule.disabled ? 'muted' : undefined}>
            {sentence(rule)} {rule.disabled ? <Tag>{t('tagRule.off')}</Tag> : null}
          </span>
        ),
      }),
      {
        key: 'template',
        title: t('tagRule.kind'),
        from: 'md',
        cell: ({ template }) => (
          <Tag>{isProtected(template) ? t('tagRule.protectedMark') : t('tagRule.immutableMark')}</Tag>
        ),
      },
      actionsColumn<TagRule>(t, (rule) =>
        mayUpdate || mayDelete ? (
          <MenuButton
            type="text"
            icon={<MoreOutlined aria-hidden />}
            aria-label={t('actions.of', { name: words(readSelectors(rule)) })}
            menu={{ items: actions(rule) }}
          />
        ) : null,
      ),
    ]
  }, [t, words, roleName, roles, confirm, mayUpdate, mayDelete, remove, turn, onChange])
}
