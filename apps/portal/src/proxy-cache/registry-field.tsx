import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../components/use-settled'
import { registryChoicesQuery } from './proxy.queries'

/** Which registry a new project has its content from. */
export function RegistryField() {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const name = useSettled(typed.trim())
  const { data, isFetching } = useQuery({ ...registryChoicesQuery(name), placeholderData: keepPreviousData })
  return (
    <Form.Item
      name="registry"
      label={t('proxy.registry')}
      rules={[{ required: true, message: t('proxy.registryRequired') }]}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={isFetching}
        notFoundContent={isFetching ? null : t('proxy.noRegistry')}
        options={(data?.items ?? []).map(({ id, name: registry, url }) => ({
          value: id,
          label: `${registry} (${url})`,
        }))}
      />
    </Form.Item>
  )
}
