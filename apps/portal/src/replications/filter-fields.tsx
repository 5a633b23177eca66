import { isPattern } from '@berth/contracts'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { must } from '../forms/rules'
import { MatchingRepositories } from './matching-repositories'
import { labelsToChooseQuery, type Rule } from './replications.queries'
import type { RuleForm } from './rule-form'
import { filterWords } from './use-rule-words'

/** Names that match, or all others. */
function How({ name, label }: { name: 'tagsExcluded' | 'labelsExcluded'; label: string }) {
  const { t } = useTranslation()
  return (
    <Form.Item<RuleForm> name={name} noStyle>
      <Select
        aria-label={t('replication.how', { what: label })}
        style={{ width: 150 }}
        options={[
          { value: false, label: t('replication.matching') },
          { value: true, label: t('replication.excluding') },
        ]}
      />
    </Form.Item>
  )
}

/** What is copied. What is left empty lets everything pass. @param further filters that stay as they are */
export function FilterFields({ further }: { further: Rule['filters'] }) {
  const { t } = useTranslation()
  const direction = Form.useWatch<RuleForm['direction']>('direction')
  const { data: labels } = useQuery(labelsToChooseQuery)
  const titles: Readonly<Record<string, string>> = {
    name: t('replication.names'),
    tag: t('replication.tags'),
    label: t('replication.labels'),
    resource: t('replication.resource'),
  }
  const inWords = (filter: Rule['filters'][number]) =>
    `${titles[filter.type] ?? filter.type}: ${filterWords(t)(filter)}`
  const rules = [must((text: string) => isPattern(text.trim()), t('replication.patternRule'))]
  return (
    <>
      <Form.Item<RuleForm> name="names" label={t('replication.names')} extra={t('replication.namesHint')} rules={rules}>
        <Input className="mono" autoComplete="off" maxLength={255} placeholder="team/**" />
      </Form.Item>
      {direction === 'push' ? <MatchingRepositories /> : null}
      <Form.Item label={t('replication.tags')} extra={t('replication.tagsHint')} htmlFor="rule-tags">
        <Space.Compact block>
          <How name="tagsExcluded" label={t('replication.tags')} />
          <Form.Item<RuleForm> name="tags" noStyle rules={rules}>
            <Input id="rule-tags" className="mono" autoComplete="off" maxLength={255} placeholder="v*" />
          </Form.Item>
        </Space.Compact>
      </Form.Item>
      {direction === 'push' ? (
        <Form.Item label={t('replication.labels')} extra={t('replication.labelsHint')} htmlFor="rule-labels">
          <Space.Compact block>
            <How name="labelsExcluded" label={t('replication.labels')} />
            <Form.Item<RuleForm> name="labels" noStyle>
              <Select
                id="rule-labels"
                mode="tags"
                maxCount={50}
                style={{ width: '100%' }}
                options={(labels?.items ?? []).map(({ name }) => ({ value: name, label: name }))}
              />
            </Form.Item>
          </Space.Compact>
        </Form.Item>
      ) : null}
      <Form.Item<RuleForm> name="resource" label={t('replication.resource')}>
        <Select
          options={[
            { value: '', label: t('replication.resources.all') },
            { value: 'image', label: t('replication.resources.image') },
            { value: 'artifact', label: t('replication.resources.artifact') },
          ]}
        />
      </Form.Item>
      {further.length > 0 ? (
        <Form.Item label={t('replication.further')} extra={t('replication.furtherHint')}>
          {further.map(inWords).map((text) => (
            <div key={text}>{text}</div>
          ))}
        </Form.Item>
      ) : null}
    </>
  )
}
