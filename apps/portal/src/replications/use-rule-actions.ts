import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirm } from '../forms/use-confirm'
import { useRights } from '../session/rights.queries'
import type { Rule } from './replications.queries'
import { useDeleteRule, useSaveRule, useStartRule } from './rule-changes.queries'
import { otherEnd, switched } from './rule-form'

/** What can be done with a rule; each says first what comes of it. */
export function useRuleActions() {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const navigate = useNavigate()
  const { may } = useRights('system')
  const { mutateAsync: start } = useStartRule()
  const { mutateAsync: save } = useSaveRule()
  const { mutateAsync: remove } = useDeleteRule()
  const mayRun = may('replication:create')
  const mayUpdate = may('replication-policy:update')
  const mayDelete = may('replication-policy:delete')

  return useMemo(() => {
    const show = (rule: Rule, run?: number) =>
      void navigate({ to: '/replications/$rule', params: { rule: String(rule.id) }, search: { run } })
    const confirmRun = async (rule: Rule) => {
      let started = 0
      const names = { name: rule.name, registry: otherEnd(rule).name }
      const what = rule.dest_registry.id === 0 ? 'replication.runPullText' : 'replication.runPushText'
      const isDone = await confirm({
        title: t('replication.runTitle', names),
        content: [t(what, names), rule.override ? t('replication.runOverrides') : t('replication.runKeeps')].join(' '),
        okText: t('replication.run'),
        danger: false,
        run: async () => {
          started = await start(rule.id)
        },
        done: t('replication.started'),
      })
      if (isDone) show(rule, started)
    }
    const confirmSwitch = (rule: Rule) =>
      void confirm({
        title: t(rule.enabled ? 'replication.switchOffTitle' : 'replication.switchOnTitle', { name: rule.name }),
        content: [
          rule.enabled ? t('replication.switchOffText') : t('replication.switchOnText'),
          ...(rule.enabled || !rule.replicate_deletion
            ? []
            : [t('replication.deletesThere', { registry: otherEnd(rule).name })]),
        ].join(' '),
        okText: rule.enabled ? t('replication.switchOff') : t('replication.switchOn'),
        danger: rule.enabled || rule.replicate_deletion,
        run: () => save({ id: rule.id, given: switched(rule) }),
        done: t('replication.saved'),
      })
    const confirmDelete = (rule: Rule) =>
      confirm({
        title: t('replication.deleteTitle', { name: rule.name }),
        content: t('replication.deleteText'),
        okText: t('replication.delete'),
        run: () => remove(rule.id),
        done: t('replication.deleted', { name: rule.name }),
      })
    return { mayRun, mayUpdate, mayDelete, confirmRun, confirmSwitch, confirmDelete }
  }, [t, confirm, navigate, start, save, remove, mayRun, mayUpdate, mayDelete])
}
