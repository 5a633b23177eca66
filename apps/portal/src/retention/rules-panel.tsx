import { MoreOutlined, PlusOutlined } from '@ant-design/icons'
import { MOST_RULES } from '@berth/contracts'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../components/menu-button'
import { Panel } from '../components/panel'
import { useConfirm } from '../forms/use-confirm'
import { type ProjectRetention, type RetentionRule, useSavePolicy } from './retention.queries'
import styles from './rules-panel.module.css'
import { useRuleWords } from './use-rule-words'

interface RulesPanelProps {
  project: string
  found: ProjectRetention
  mayChange: boolean
  /** Absent: a new rule. */
  onEdit: (rule?: RetentionRule) => void
}

/** What a policy keeps, a sentence for each rule, with the number by which runs name it. */
export function RulesPanel({ project, found, mayChange, onEdit }: RulesPanelProps) {
  const { t } = useTranslation()
  const words = useRuleWords()
  const confirm = useConfirm()
  const { mutateAsync: save } = useSavePolicy(project, found)
  const rules = found.policy?.rules ?? []

  const ask = (rule: RetentionRule, title: string, okText: string, after: readonly RetentionRule[], danger: boolean) =>
    void confirm({
      title,
      content: words(rule),
      okText,
      danger,
      run: () => save({ rules: after }),
      done: t('retention.saved'),
    })
  const items = (rule: RetentionRule) => [
    { key: 'change', label: t('retention.changeRule'), onClick: () => onEdit(rule) },
    {
      key: 'switch',
      label: rule.disabled ? t('retention.switchOn') : t('retention.switchOff'),
      onClick: () =>
        ask(
          rule,
          rule.disabled ? t('retention.switchOnTitle') : t('retention.switchOffTitle'),
          rule.disabled ? t('retention.switchOn') : t('retention.switchOff'),
          rules.map((one) => (one.id === rule.id ? { ...one, disabled: !one.disabled } : one)),
          !rule.disabled,
        ),
    },
    {
      key: 'delete',
      danger: true,
      label: t('retention.deleteRule'),
      onClick: () =>
        ask(
          rule,
          t('retention.deleteRuleTitle'),
          t('retention.deleteRule'),
          rules.filter((one) => one.id !== rule.id),
          true,
        ),
    },
  ]
  return (
    <Panel
      title={t('retention.rules')}
      actions={
        mayChange && rules.length < MOST_RULES ? (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => onEdit()}>
            {t('retention.addRule')}
          </Button>
        ) : undefined
      }
    >
      {rules.length === 0 ? (
        <p className="hint">{t('retention.noneText')}</p>
      ) : (
        <ol className={styles.rules}>
          {rules.map((rule) => (
            <li key={rule.id} value={rule.id}>
              <span className={rule.disabled ? 'muted' : undefined}>
                {words(rule)} {rule.disabled ? <Tag>{t('retention.off')}</Tag> : null}
              </span>
              {mayChange ? (
                <MenuButton
                  type="text"
                  icon={<MoreOutlined aria-hidden />}
                  aria-label={t('actions.of', { name: t('retention.ruleNumber', { number: rule.id }) })}
                  menu={{ items: items(rule) }}
                />
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {rules.length === 0 ? null : <p className="hint">{t('retention.union')}</p>}
    </Panel>
  )
}
