import { MoreOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../components/menu-button'
import { RelativeTime } from '../components/relative-time'
import type { Column } from '../lists/column'
import { actionsColumn, CellStack, nameColumn, OnNarrow, Small } from '../lists/columns'
import { RunStatus } from '../runs/run-status'
import type { Rule } from './replications.queries'
import { RunProgress } from './run-progress'
import { readRun } from './rule-runs.queries'
import { useRuleActions } from './use-rule-actions'
import { useRuleWords } from './use-rule-words'

export function useRuleColumns(onEdit: (edited: { rule: Rule }) => void): Column<Rule>[] {
  const { t } = useTranslation()
  const words = useRuleWords()
  const actions = useRuleActions()

  return useMemo(() => {
    const items = (rule: Rule) => [
      ...(actions.mayRun && rule.enabled
        ? [{ key: 'run', label: t('replication.run'), onClick: () => void actions.confirmRun(rule) }]
        : []),
      ...(actions.mayUpdate
        ? [
            { key: 'edit', label: t('replication.edit'), onClick: () => onEdit({ rule }) },
            {
              key: 'switch',
              label: rule.enabled ? t('replication.switchOff') : t('replication.switchOn'),
              onClick: () => actions.confirmSwitch(rule),
            },
          ]
        : []),
      ...(actions.mayDelete
        ? [
            {
              key: 'delete',
              danger: true,
              label: t('replication.delete'),
              onClick: () => void actions.confirmDelete(rule),
            },
          ]
        : []),
    ]
    return [
      nameColumn<Rule>({
        key: 'name',
        title: t('replication.name'),
        sorts: true,
        cell: (rule) => (
          <>
            <span>
              <Link to="/replications/$rule" params={{ rule: String(rule.id) }} className="strong-link">
                {rule.name}
              </Link>{' '}
              {rule.enabled ? null : <Tag>{t('replication.off')}</Tag>}
            </span>
            {rule.description === undefined ? null : <Small>{rule.description}</Small>}
            <OnNarrow>
              <Small>{words.way(rule)}</Small>
            </OnNarrow>
          </>
        ),
      }),
      {
        key: 'way',
        title: t('replication.way'),
        from: 'md',
        cell: (rule) => <CellStack sub={words.what(rule)}>{words.way(rule)}</CellStack>,
      },
      {
        key: 'trigger',
        title: t('replication.trigger'),
        from: 'xl',
        cell: (rule) => <CellStack sub={words.when(rule)}>{t(`replication.triggers.${rule.trigger.type}`)}</CellStack>,
      },
      {
        key: 'last',
        title: t('replication.lastRun'),
        cell: ({ last_execution: last }) =>
          last === undefined ? (
            <span className="muted">{t('replication.neverRun')}</span>
          ) : (
            <CellStack sub={<RelativeTime value={last.start_time} />}>
              <span>
                <RunStatus status={readRun(last).status} />
              </span>
              {last.status === 'InProgress' ? <RunProgress run={readRun(last)} /> : null}
            </CellStack>
          ),
      },
      ...(actions.mayRun || actions.mayUpdate || actions.mayDelete
        ? [
            actionsColumn<Rule>(t, (rule) => (
              <MenuButton
                type="text"
                icon={<MoreOutlined aria-hidden />}
                aria-label={t('actions.of', { name: rule.name })}
                menu={{ items: items(rule) }}
              />
            )),
          ]
        : []),
    ]
  }, [t, words, actions, onEdit])
}
