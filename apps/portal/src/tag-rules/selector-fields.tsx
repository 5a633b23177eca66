import { isPattern } from '@berth/contracts'
import { Form, Input, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { must } from '../forms/rules'
import { MatchingTags } from './matching-tags'

interface SelectorFieldProps {
  field: 'repositories' | 'tags'
  label: string
  hint: string
}

function SelectorField({ field, label, hint }: SelectorFieldProps) {
  const { t } = useTranslation()
  return (
    <Form.Item label={label} extra={hint} htmlFor={`${field}-pattern`}>
      <Space.Compact block>
        <Form.Item name={[field, 'excludes']} noStyle>
          <Select
            aria-label={t('selector.how', { what: label })}
            style={{ width: 150 }}
            options={[
              { value: false, label: t('selector.matching') },
              { value: true, label: t('selector.excluding') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name={[field, 'pattern']}
          noStyle
          rules={[{ required: true, message: t('selector.required') }, must(isPattern, t('selector.rule'))]}
        >
          <Input id={`${field}-pattern`} className="mono" autoComplete="off" maxLength={255} />
        </Form.Item>
      </Space.Compact>
    </Form.Item>
  )
}

/** Which repositories and tags of a project a rule is about, and what they are now. */
export function SelectorFields({ project }: { project: string }) {
  const { t } = useTranslation()
  return (
    <>
      <SelectorField field="repositories" label={t('selector.repositories')} hint={t('selector.repositoriesHint')} />
      <SelectorField field="tags" label={t('selector.tags')} hint={t('selector.tagsHint')} />
      <MatchingTags project={project} />
    </>
  )
}
