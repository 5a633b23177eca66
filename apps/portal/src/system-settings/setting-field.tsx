import { Form, Input, InputNumber, Radio, Switch, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useWords } from '../rights/use-words'
import { settingRules } from './setting-rules'
import styles from './system-settings-page.module.css'
import type { Setting } from './system-settings.queries'

/** A text that is longer than this gets room for several lines. */
const ONE_LINE = 512

function Control({ setting, ...given }: { setting: Setting; id?: string }) {
  const { t } = useTranslation()
  const disabled = !setting.editable
  switch (setting.kind) {
    case 'flag':
      return <Switch {...given} disabled={disabled} />
    case 'number':
      return <InputNumber {...given} disabled={disabled} precision={0} className={styles.number ?? ''} />
    case 'choice':
      return <Radio.Group {...given} disabled={disabled} options={setting.choices ?? []} />
    case 'text':
      if (setting.secret) {
        return (
          <Input.Password
            {...given}
            disabled={disabled}
            autoComplete="new-password"
            placeholder={t('systemSettings.secret')}
          />
        )
      }
      return (setting.max_length ?? 0) > ONE_LINE ? (
        <Input.TextArea {...given} disabled={disabled} autoSize={{ minRows: 1, maxRows: 8 }} />
      ) : (
        <Input {...given} disabled={disabled} />
      )
  }
}

/** One setting: what it is, its value, and whether anything follows from it. */
export function SettingField({ setting }: { setting: Setting }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <div className={styles.setting}>
      <Form.Item
        name={setting.key}
        label={words(setting.description)}
        rules={settingRules(t, setting)}
        {...(setting.kind === 'flag' ? { valuePropName: 'checked' } : {})}
      >
        <Control setting={setting} />
      </Form.Item>
      <p className={styles.about}>
        <code>{setting.key}</code>
        {setting.in_effect ? null : <Tag>{t('systemSettings.noEffect')}</Tag>}
        {setting.editable ? null : <Tag>{t('systemSettings.fixed')}</Tag>}
      </p>
    </div>
  )
}
