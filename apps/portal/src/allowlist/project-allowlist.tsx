import { useQuery } from '@tanstack/react-query'
import { Button, Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { Panel } from '../components/panel'
import { useErrorNotice } from '../errors/use-error-notice'
import { ChoiceCards } from '../forms/choice-cards'
import { KeepTyped } from '../forms/keep-typed'
import { projectQuery } from '../session/project.queries'
import { AllowlistFields } from './allowlist-fields'
import { type AllowlistForm, formOf, listOf } from './allowlist-form'
import { useSaveProjectAllowlist } from './allowlist-changes.queries'
import { allowlistQuery } from './allowlist.queries'

interface ProjectForm extends AllowlistForm {
  own: boolean
}

/** Whose list of CVEs counts in a project: the platform's, or one of its own. */
export function ProjectAllowlist({ project: name }: { project: string }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<ProjectForm>()
  const own = Form.useWatch('own', form)
  const notice = useErrorNotice()
  const { data: project } = useQuery(projectQuery(name))
  const { data: system } = useQuery(allowlistQuery)
  const save = useSaveProjectAllowlist(name)
  if (project === undefined) return null
  const submit = ({ own: isOwn, ...list }: ProjectForm) =>
    save.mutate(
      { own: isOwn, allowlist: listOf({ ...formOf(project.cve_allowlist), ...list }) },
      { onSuccess: () => tell(t('allowlist.saved')), onError: notice },
    )
  return (
    <Form<ProjectForm>
      key={project.update_time}
      form={form}
      layout="vertical"
      initialValues={{
        own: project.metadata['reuse_sys_cve_allowlist'] === 'false',
        ...formOf(project.cve_allowlist),
      }}
      onFinish={submit}
    >
      <KeepTyped />
      <Panel
        title={t('nav.allowlist')}
        actions={
          <Button htmlType="submit" loading={save.isPending}>
            {t('actions.save')}
          </Button>
        }
      >
        <p className="hint">{t('allowlist.later')}</p>
        <Form.Item name="own" noStyle>
          <ChoiceCards aria-label={t('nav.allowlist')}>
            <Radio value={false}>
              <strong>{t('allowlist.system')}</strong>
              <span>{t('allowlist.systemCount', { count: system?.items.length ?? 0 })}</span>
            </Radio>
            <Radio value>
              <strong>{t('allowlist.own')}</strong>
              <span>{t('allowlist.ownText')}</span>
            </Radio>
          </ChoiceCards>
        </Form.Item>
        {own ? (
          <div style={{ marginTop: 16 }}>
            <AllowlistFields />
          </div>
        ) : null}
      </Panel>
    </Form>
  )
}
