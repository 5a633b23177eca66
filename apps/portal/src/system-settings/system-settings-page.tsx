import { useQuery } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { Button, Form, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { PageHeader } from '../components/page-header'
import { Panel } from '../components/panel'
import { usePageTitle } from '../components/use-page-title'
import { ErrorPanel } from '../errors/error-panel'
import { useConfirm } from '../forms/use-confirm'
import { useRights } from '../session/rights.queries'
import { SettingField } from './setting-field'
import styles from './system-settings-page.module.css'
import { type Setting, settingsQuery, type SettingValue, useSaveSettings } from './system-settings.queries'

/** Groups of this page; the others have pages of their own. */
const groups = ['access', 'system', 'projects', 'robots', 'uaa', 'http-auth-proxy'] as const

export function SystemSettingsPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(settingsQuery)
  usePageTitle(t('systemSettings.title'))
  return (
    <>
      <PageHeader title={t('systemSettings.title')} lead={t('systemSettings.lead')} />
      {error === null ? null : <ErrorPanel error={error} onRetry={refetch} />}
      {data === undefined ? error === null ? <Skeleton active /> : null : <SettingsForm settings={data} />}
    </>
  )
}

type Values = Record<string, SettingValue | null | undefined>

/** What the form says otherwise than the server. An empty secret is one that stays. */
const changesOf = (settings: readonly Setting[], values: Values): Record<string, SettingValue> =>
  Object.fromEntries(
    settings.flatMap(({ key, value, secret }) => {
      const given = values[key]
      if (given === undefined || given === null || given === value || (secret && given === '')) return []
      return [[key, given]]
    }),
  )

function SettingsForm({ settings }: { settings: Setting[] }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
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
  useBlocker({
    disabled: count === 0,
    enableBeforeUnload: count > 0,
    shouldBlockFn: async () =>
      !(await confirm({
        title: t('form.leaveTitle'),
        content: t('form.leaveText'),
        okText: t('actions.discard'),
        cancelText: t('actions.keep'),
        run: () => Promise.resolve(),
      })),
  })
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
      {groups.map((group) => (
        <Panel key={group} title={t(`systemSettings.groups.${group}`)}>
          {settings
            .filter((setting) => setting.group === group)
            .map((setting) => (
              <SettingField key={setting.key} setting={setting} />
            ))}
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
