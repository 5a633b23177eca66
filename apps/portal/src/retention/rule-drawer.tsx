import { Checkbox, Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { SelectorFields } from '../tag-rules/selector-fields'
import { everything, givenSelectors, readSelectors, type Selectors } from '../tag-rules/selectors'
import { type GivenRule, type ProjectRetention, type RetentionRule, useSavePolicy } from './retention.queries'
import { countOf, isTemplate, keepsUntagged, type Template, templates } from './rule'

interface RuleForm extends Selectors {
  template: Template
  count?: number
  untagged?: boolean
}

interface RuleDrawerProps {
  project: string
  found: ProjectRetention
  /** The rule to change; absent, a new one. */
  rule: RetentionRule | undefined
  open: boolean
  onClose: () => void
}

function given({ template, count = 1, untagged = false, ...selectors }: RuleForm, disabled: boolean): GivenRule {
  return {
    ...givenSelectors(selectors, JSON.stringify({ untagged })),
    disabled,
    action: 'retain',
    template,
    params: template === 'always' ? {} : { [template]: count },
  }
}

/** Adds a rule to a policy, or changes one. */
export function RuleDrawer({ project, found, rule, open, onClose }: RuleDrawerProps) {
  const { t } = useTranslation()
  const save = useSavePolicy(project, found)
  const submit = (values: RuleForm) => {
    const rules = found.policy?.rules ?? []
    const changed = given(values, rule?.disabled ?? false)
    save.mutate(
      { rules: rule === undefined ? [...rules, changed] : rules.map((one) => (one.id === rule.id ? changed : one)) },
      {
        onSuccess: () => {
          tell(t('retention.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <FormDrawer<RuleForm>
      key={rule?.id ?? 'new'}
      title={rule === undefined ? t('retention.addRule') : t('retention.changeRule')}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.save')}
      mutation={save}
      size={560}
      initialValues={{
        ...(rule === undefined ? everything : readSelectors(rule)),
        template: rule !== undefined && isTemplate(rule.template) ? rule.template : 'latestPushedK',
        count: rule === undefined ? 10 : countOf(rule) || 1,
        untagged: rule !== undefined && keepsUntagged(rule),
      }}
      onFinish={submit}
    >
      <Form.Item<RuleForm> name="template" label={t('retention.keep')}>
        <Select options={templates.map((value) => ({ value, label: t(`retention.templates.${value}`) }))} />
      </Form.Item>
      <Form.Item<RuleForm> noStyle dependencies={['template']}>
        {({ getFieldValue }) => {
          const template: unknown = getFieldValue('template')
          if (template === 'always') return null
          const isDays = template === 'nDaysSinceLastPush' || template === 'nDaysSinceLastPull'
          return (
            <Form.Item<RuleForm>
              name="count"
              label={isDays ? t('retention.days') : t('retention.artifacts')}
              rules={[{ required: true, message: t('retention.countRequired') }]}
            >
              <InputNumber min={1} max={100_000} precision={0} />
            </Form.Item>
          )
        }}
      </Form.Item>
      <SelectorFields project={project} />
      <Form.Item<RuleForm> name="untagged" valuePropName="checked">
        <Checkbox>{t('retention.untagged')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  )
}
