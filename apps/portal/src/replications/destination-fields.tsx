import { commonStart, destinationName, isPlainName, MOST_FLATTENED } from '@berth/contracts'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { must } from '../forms/rules'
import type { RuleForm } from './rule-form'

const NAMESPACE = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*)*$/

/** A repository that a pattern lets pass, or one such as there may be. */
function exampleOf(pattern: string): string {
  if (isPlainName(pattern)) return pattern
  const start = commonStart(pattern)
  return start === '' ? 'team/backend/app' : `${start}backend/app`
}

/** What repositories are called where they go, with an example. */
export function DestinationFields() {
  const { t } = useTranslation()
  const direction = Form.useWatch<RuleForm['direction']>('direction')
  const namespace = (Form.useWatch<string | undefined>('namespace') ?? '').trim()
  const replaceCount = Form.useWatch<number | undefined>('replaceCount') ?? 0
  const names = (Form.useWatch<string | undefined>('names') ?? '').trim()
  const example = exampleOf(names)
  const counts = Array.from({ length: MOST_FLATTENED }, (_, place) => place + 1)
  return (
    <>
      <Form.Item<RuleForm>
        name="namespace"
        label={t('replication.namespace')}
        extra={direction === 'pull' ? t('replication.namespacePullHint') : t('replication.namespaceHint')}
        rules={[must((text) => NAMESPACE.test(text.trim()), t('replication.namespaceRule'))]}
      >
        <Input className="mono" autoComplete="off" maxLength={255} />
      </Form.Item>
      {namespace === '' ? null : (
        <Form.Item<RuleForm> name="replaceCount" label={t('replication.flatten')}>
          <Select
            options={[
              { value: 0, label: t('replication.flattenNone') },
              ...counts.map((count) => ({ value: count, label: t('replication.flattenSome', { count }) })),
              { value: -1, label: t('replication.flattenAll') },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item>
        <p className="hint" role="status">
          {t('replication.example')} <code>{example}</code> →{' '}
          <code>{NAMESPACE.test(namespace) ? destinationName(example, namespace, replaceCount) : example}</code>
        </p>
      </Form.Item>
    </>
  )
}
