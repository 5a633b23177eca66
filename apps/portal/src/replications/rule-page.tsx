import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '../components/facts'
import { onDemand } from '../components/on-demand'
import { PageHeader } from '../components/page-header'
import { Trail } from '../components/trail'
import { usePageTitle } from '../components/use-page-title'
import { ErrorPanel } from '../errors/error-panel'
import { isNotFound } from '../errors/is-not-found'
import { useListSearch } from '../lists/use-list-search'
import { type Rule, ruleQuery } from './replications.queries'
import { RuleRuns } from './rule-runs'
import { useRuleActions } from './use-rule-actions'
import { useRuleWords } from './use-rule-words'

const RuleDrawer = onDemand(async () => (await import('./rule-drawer')).RuleDrawer)

const route = getRouteApi('/shell/replications/$rule')

/** A rule, and its runs. */
export function RulePage() {
  const { t } = useTranslation()
  const id = Number(route.useParams().rule)
  const [search, change] = useListSearch(route)
  const { data: rule, error, refetch } = useQuery(ruleQuery(id))
  usePageTitle(rule?.name ?? t('nav.replications'))
  if (isNotFound(error)) throw error
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  return (
    <>
      <Trail
        steps={[
          { key: 'rules', content: <Link to="/replications">{t('nav.replications')}</Link> },
          { key: 'rule', content: rule?.name ?? `#${id}` },
        ]}
      />
      {rule === undefined ? <Skeleton active paragraph={{ rows: 4 }} /> : <RuleHead rule={rule} />}
      <RuleRuns rule={id} search={search} onSearch={change} />
    </>
  )
}

function RuleHead({ rule }: { rule: Rule }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const words = useRuleWords()
  const actions = useRuleActions()
  const [isEdited, setEdited] = useState(false)
  const remove = async () => {
    if (await actions.confirmDelete(rule)) void navigate({ to: '/replications' })
  }
  return (
    <>
      <PageHeader
        title={
          <>
            {rule.name} {rule.enabled ? null : <Tag>{t('replication.off')}</Tag>}
          </>
        }
        lead={rule.description}
        actions={
          <>
            {actions.mayRun ? (
              <Button type="primary" disabled={!rule.enabled} onClick={() => void actions.confirmRun(rule)}>
                {t('replication.run')}
              </Button>
            ) : null}
            {actions.mayUpdate ? (
              <>
                <Button onClick={() => setEdited(true)}>{t('replication.edit')}</Button>
                <Button onClick={() => actions.confirmSwitch(rule)}>
                  {rule.enabled ? t('replication.switchOff') : t('replication.switchOn')}
                </Button>
              </>
            ) : null}
            {actions.mayDelete ? (
              <Button danger onClick={() => void remove()}>
                {t('replication.delete')}
              </Button>
            ) : null}
          </>
        }
      />
      <Facts
        facts={[
          { key: 'way', label: t('replication.way'), value: words.way(rule) },
          { key: 'what', label: t('replication.what'), value: words.what(rule) },
          {
            key: 'namespace',
            label: t('replication.namespace'),
            value: rule.dest_namespace ?? t('replication.sameNames'),
          },
          {
            key: 'trigger',
            label: t('replication.trigger'),
            value: [t(`replication.triggers.${rule.trigger.type}`), words.when(rule)].filter(Boolean).join(' · '),
          },
        ]}
      />
      <RuleDrawer rule={rule} open={isEdited} onClose={() => setEdited(false)} />
    </>
  )
}
