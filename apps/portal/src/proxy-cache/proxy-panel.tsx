import { useQuery } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { Panel } from '../components/panel'
import { useErrorNotice } from '../errors/use-error-notice'
import { KeepTyped } from '../forms/keep-typed'
import { projectQuery, projectSummaryQuery } from '../session/project.queries'
import { ProxyFields } from './proxy-fields'
import styles from './proxy-fields.module.css'
import { type ProxyForm, proxyFormOf } from './proxy-form'
import { useSaveProxySettings } from './proxy.queries'

/** Settings of a proxy cache; nothing for other projects. */
export function ProxyPanel({ project: name }: { project: string }) {
  const { t } = useTranslation()
  const notice = useErrorNotice()
  const save = useSaveProxySettings(name)
  const { data: project } = useQuery(projectQuery(name))
  const { data: summary } = useQuery(projectSummaryQuery(name))
  if (project === undefined || project.registry_id === 0) return null
  const submit = (form: ProxyForm) =>
    save.mutate(
      { ...proxyFormOf(project.metadata), ...form },
      { onSuccess: () => tell(t('settings.saved')), onError: notice },
    )
  const registry = summary?.registry
  return (
    <Form<ProxyForm>
      key={project.update_time}
      layout="vertical"
      requiredMark={false}
      initialValues={proxyFormOf(project.metadata)}
      onFinish={submit}
    >
      <KeepTyped />
      <Panel
        title={t('project.proxy')}
        actions={
          <Button htmlType="submit" loading={save.isPending}>
            {t('actions.save')}
          </Button>
        }
      >
        <p className={`hint ${styles.from ?? ''}`}>
          {registry === undefined
            ? t('proxy.from')
            : t('proxy.fromRegistry', { name: registry.name, url: registry.url })}
        </p>
        <ProxyFields isPublic={project.metadata.public === 'true'} />
      </Panel>
    </Form>
  )
}
