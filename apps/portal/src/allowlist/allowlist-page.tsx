import { useQuery } from '@tanstack/react-query'
import { Button, Form, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { Notice } from '../components/notice'
import { PageHeader } from '../components/page-header'
import { Panel } from '../components/panel'
import { usePageTitle } from '../components/use-page-title'
import { ErrorPanel } from '../errors/error-panel'
import { useErrorNotice } from '../errors/use-error-notice'
import { KeepTyped } from '../forms/keep-typed'
import { useRights } from '../session/rights.queries'
import { AllowlistFields } from './allowlist-fields'
import { type AllowlistForm, formOf, listOf } from './allowlist-form'
import { useSaveAllowlist } from './allowlist-changes.queries'
import { allowlistQuery } from './allowlist.queries'

/** The CVEs that every project without a list of its own lets through. */
export function AllowlistPage() {
  const { t } = useTranslation()
  const { may } = useRights('system')
  const notice = useErrorNotice()
  const { data, error, refetch } = useQuery(allowlistQuery)
  const save = useSaveAllowlist()
  usePageTitle(t('nav.allowlist'))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  const submit = (form: AllowlistForm) =>
    save.mutate(listOf(form), { onSuccess: () => tell(t('allowlist.saved')), onError: notice })
  return (
    <>
      <PageHeader title={t('nav.allowlist')} lead={t('allowlist.lead')} />
      <Notice>{t('allowlist.later')}</Notice>
      {data === undefined ? (
        <Skeleton active />
      ) : (
        <Form<AllowlistForm>
          className="section"
          key={data.update_time}
          layout="vertical"
          disabled={!may('configuration:update')}
          initialValues={formOf(data)}
          onFinish={submit}
        >
          <KeepTyped />
          <Panel
            title={t('allowlist.system')}
            actions={
              <Button type="primary" htmlType="submit" loading={save.isPending}>
                {t('actions.save')}
              </Button>
            }
          >
            <AllowlistFields />
          </Panel>
        </Form>
      )}
    </>
  )
}
