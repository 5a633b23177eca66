import { Button, Form } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { Panel } from '../components/panel'
import { ErrorPanel } from '../errors/error-panel'
import { useKeepTyped } from '../forms/keep-typed'
import { useAskDiscard, useLeaveBlocker } from '../forms/use-leave'
import { useRights } from '../session/rights.queries'
import { SettingField } from './setting-field'
import styles from './system-settings-page.module.css'
import { type Setting, type SettingValue, useSaveSettings } from './system-settings.queries'

export type Values = Record<string, SettingValue | null | undefined>

/** Settings that stand together on a page. */
export interface SettingsGroup {
  /** As the server calls the group. */
  key: string
  title: string
  lead?: string
  /** What follows its fields, and may try out what is typed there. */
  foot?: (values: Values) => ReactNode
}

const always = () => true

/** What the form says otherwise than the server, which tells no secrets. An empty secret is one that stays. */
const changesOf = (settings: readonly Setting[], values: Values): Record<string, SettingValue> =>
  Object.fromEntries(
    settings.flatMap(({ key, value = '' }) => {
      const given = values[key]
      return given === undefined || given === null || given === value ? [] : [[key, given]]
    }),
  )

/** Groups of settings in one form, which sends what was changed. */
export function SettingsForm({ settings, groups }: { settings: Setting[]; groups: SettingsGroup[] }) {
  const { t } = useTranslation()
  const askDiscard = useAskDiscard()
  const { may } = useRights('system')
  const save = useSaveSettings()
  const [form] = Form.useForm<Values>()
  const initial = useMemo(() => Object.fromEntries(settings.map(({ key, value }) => [key, value ?? ''])), [settings])
  const [values, setValues] = useState<Values>(initial)
  const changes = changesOf(settings, values)
  const count = Object.keys(changes).length
  const discard = () => {
    form.setFieldsValue(initial)
    setValues(initial)
    save.reset()
  }
  useKeepTyped(form, count > 0)
  useLeaveBlocker({ open: count > 0, isTyped: always, mayLeave: askDiscard })
  const submit = () =>
    save.mutate(changes, {
      onSuccess: () => {
        // A secret is not shown again.
        const secrets = Object.fromEntries(settings.filter(({ secret }) => secret).map(({ key }) => [key, '']))
        form.setFieldsValue(secrets)
        setValues({ ...values, ...secrets })
        tell(t('systemSettings.saved'))
      },
    })

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      disabled={!may('configuration:update')}
      onValuesChange={(_changed, all) => setValues(all)}
      onFinish={submit}
      className={styles.form ?? ''}
    >
      {groups.map(({ key, title, lead, foot }) => (
        <Panel key={key} title={title}>
          {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
          {settings
            .filter((setting) => setting.group === key)
            .map((setting) => (
              <SettingField key={setting.key} setting={setting} />
            ))}
          {foot?.(values)}
        </Panel>
      ))}
      {count === 0 ? null : (
        <div className={styles.bar} role="region" aria-label={t('systemSettings.unsaved', { count })}>
          {save.error === null ? null : <ErrorPanel error={save.error} />}
          <div className={styles.actions}>
            <span>{t('systemSettings.unsaved', { count })}</span>
            <Button onClick={discard}>{t('actions.discard')}</Button>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t('actions.save')}
            </Button>
          </div>
        </div>
      )}
    </Form>
  )
}
