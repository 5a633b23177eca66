import { Form, Input, InputNumber, Radio, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './proxy-fields.module.css'
import type { ProxyForm } from './proxy-form'

/** @param isPublic whether everybody may pull, and thus use the account of the registry */
export function ProxyFields({ isPublic }: { isPublic: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      {isPublic ? <SwitchField name="lendsAccount" label={t('proxy.lends')} extra={t('proxy.lendsHint')} /> : null}
      <Form.Item<ProxyForm> name="filterKind" label={t('proxy.filter')} className={styles.joined ?? ''}>
        <Radio.Group
          options={[
            { value: 'doublestar', label: t('proxy.pattern') },
            { value: 'regex', label: t('proxy.expression') },
          ]}
        />
      </Form.Item>
      <Form.Item<ProxyForm> name="filterPattern" extra={t('proxy.filterHint')}>
        <Input
          aria-label={t('proxy.filter')}
          className="mono"
          autoComplete="off"
          spellCheck={false}
          maxLength={255}
          placeholder="library/**"
        />
      </Form.Item>
      <div className={styles.pair}>
        <NumberField name="kilobits" label={t('proxy.speed')} suffix={t('proxy.kilobits')} most={999_999_999} />
        <NumberField name="connections" label={t('proxy.connections')} most={999_999_999} />
        <NumberField name="tagSeconds" label={t('proxy.tagTime')} suffix={t('proxy.seconds')} least={0} usual="60" />
        <NumberField name="missSeconds" label={t('proxy.missTime')} suffix={t('proxy.seconds')} least={0} usual="60" />
      </div>
      <SwitchField name="servesStale" label={t('proxy.stale')} extra={t('proxy.staleHint')} />
      <SwitchField name="outlives" label={t('proxy.outlives')} extra={t('proxy.outlivesHint')} />
      <SwitchField name="asksReferrers" label={t('proxy.referrers')} extra={t('proxy.referrersHint')} />
    </>
  )
}

interface NumberFieldProps {
  name: 'kilobits' | 'connections' | 'tagSeconds' | 'missSeconds'
  label: string
  suffix?: string
  least?: number
  most?: number
  /** What an empty field comes to; left out: no limit. */
  usual?: string
}

function NumberField({ name, label, suffix, least = 1, most = 9_999_999, usual }: NumberFieldProps) {
  const { t } = useTranslation()
  return (
    <Form.Item<ProxyForm> name={name} label={label}>
      <InputNumber
        min={least}
        max={most}
        precision={0}
        suffix={suffix}
        placeholder={usual ?? t('proxy.noLimit')}
        className="full-width"
      />
    </Form.Item>
  )
}

function SwitchField({ name, label, extra }: { name: keyof ProxyForm; label: string; extra: string }) {
  return (
    <Form.Item<ProxyForm> name={name} label={label} extra={extra} valuePropName="checked">
      <Switch />
    </Form.Item>
  )
}
