import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { ChoiceCards } from '../forms/choice-cards'
import { FormDrawer } from '../forms/form-drawer'
import { rolesQuery } from '../rights/roles.queries'
import { useRoleName } from '../rights/use-words'
import { SelectorFields } from './selector-fields'
import { everything, givenSelectors, readSelectors, type Selectors } from './selectors'
import { isProtected, robotsMay, rolesOf, type TagRule } from './tag-rule'
import { useSaveTagRule } from './tag-rules.queries'

interface TagRuleForm extends Selectors {
  template: 'immutable_template' | 'protected_template'
  roles?: number[]
  robots?: boolean
}

interface TagRuleFormDrawerProps {
  project: string
  /** The rule to change; absent, a new one. */
  rule: TagRule | undefined
  open: boolean
  onClose: () => void
}

/** Makes a tag rule or changes one. */
export function TagRuleFormDrawer({ project, rule, open, onClose }: TagRuleFormDrawerProps) {
  const { t } = useTranslation()
  const save = useSaveTagRule(project, rule?.id)
  const submit = ({ template, roles = [], robots = false, ...selectors }: TagRuleForm) =>
    save.mutate(
      {
        ...givenSelectors(selectors),
        action: 'immutable',
        template,
        params: { roles, robots },
        disabled: rule?.disabled ?? false,
        priority: rule?.priority ?? 0,
      },
      {
        onSuccess: () => {
          tell(t('tagRule.saved'))
          onClose()
        },
      },
    )
  return (
    <FormDrawer<TagRuleForm>
      key={rule?.id ?? 'new'}
      title={rule === undefined ? t('tagRule.add') : t('tagRule.change')}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.save')}
      mutation={save}
      size={560}
      initialValues={{
        ...(rule === undefined ? { ...everything, tags: { pattern: 'v*', excludes: false } } : readSelectors(rule)),
        template: rule?.template ?? 'immutable_template',
        roles: rule === undefined ? [1, 4] : rolesOf(rule),
        robots: rule !== undefined && robotsMay(rule),
      }}
      onFinish={submit}
    >
      <Form.Item name="template" label={t('tagRule.kind')}>
        <ChoiceCards
          options={[
            { value: 'immutable_template', label: t('tagRule.immutable') },
            { value: 'protected_template', label: t('tagRule.protected') },
          ]}
        />
      </Form.Item>
      <SelectorFields project={project} />
      <Form.Item<TagRuleForm> noStyle dependencies={['template']}>
        {({ getFieldValue }) => (isProtected(getFieldValue('template')) ? <WhoMay /> : null)}
      </Form.Item>
    </FormDrawer>
  )
}

function WhoMay() {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const { data: roles } = useQuery(rolesQuery)
  return (
    <>
      <Form.Item<TagRuleForm>
        name="roles"
        label={t('tagRule.roles')}
        dependencies={['robots']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, chosen: number[] = []) =>
              chosen.length > 0 || getFieldValue('robots') === true
                ? Promise.resolve()
                : Promise.reject(new Error(t('tagRule.rolesRequired'))),
          }),
        ]}
      >
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={(roles?.items ?? []).map(({ id, name }) => ({ value: id, label: roleName(name) }))}
        />
      </Form.Item>
      <Form.Item<TagRuleForm> name="robots" valuePropName="checked">
        <Checkbox>{t('tagRule.robots')}</Checkbox>
      </Form.Item>
    </>
  )
}
