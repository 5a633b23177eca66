import { isPattern } from '@berth/contracts'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'

interface PatternsFieldProps {
  /** In the form. */
  name: string | (string | number)[]
  label: string
  extra: string
  placeholder: string
  most: number
}

/** Patterns of repository names in a form. */
export function PatternsField({ name, label, extra, placeholder, most }: PatternsFieldProps) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[
        {
          validator: (_rule, patterns: string[] = []) => {
            const bad = patterns.find((pattern) => !isPattern(pattern))
            return bad === undefined
              ? Promise.resolve()
              : Promise.reject(new Error(t('rights.patternRule', { pattern: bad })))
          },
        },
      ]}
    >
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        tokenSeparators={[' ']}
        maxCount={most}
        placeholder={placeholder}
      />
    </Form.Item>
  )
}
