import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '../components/facts'
import { Panel } from '../components/panel'
import { projectQuery } from '../session/project.queries'
import { useRights } from '../session/rights.queries'
import { retentionRuleCountQuery, tagRuleCountQuery } from './project-overview.queries'

/** Who may pull, and what keeps or removes tags. */
export function RulesInForce({ project }: { project: string }) {
  const { t } = useTranslation()
  const { may } = useRights({ project })
  const { data } = useQuery(projectQuery(project))
  const mayRules = may('immutable-tag:list')
  const mayRetention = may('tag-retention:read')
  const { data: rules } = useQuery({ ...tagRuleCountQuery(project), enabled: mayRules })
  const retentionId = Number(data?.metadata['retention_id'] ?? 0)
  const { data: kept } = useQuery({
    ...retentionRuleCountQuery(retentionId),
    enabled: mayRetention && retentionId > 0,
  })
  if (data === undefined) return null
  const asks = (key: string) => data.metadata[key] === 'true'
  const signers = [
    asks('enable_content_trust_cosign') ? 'cosign' : '',
    asks('enable_content_trust') ? 'notation' : '',
  ].filter((name) => name !== '')
  const facts: { key: string; label: string; value: ReactNode }[] = [
    {
      key: 'access',
      label: t('project.access'),
      value: asks('public') ? t('project.publicText') : t('project.privateText'),
    },
    {
      key: 'signatures',
      label: t('projectOverview.signatures'),
      value:
        signers.length === 0
          ? t('projectOverview.unsigned')
          : t('projectOverview.signed', { names: signers.join(', ') }),
    },
  ]
  if (mayRules && rules !== undefined)
    facts.push({
      key: 'rules',
      label: t('nav.tagRules'),
      value: (
        <Link to="/projects/$project/tag-rules" params={{ project }}>
          {t('projectOverview.rules', { count: rules })}
        </Link>
      ),
    })
  if (mayRetention)
    facts.push({
      key: 'retention',
      label: t('nav.retention'),
      value: (
        <Link to="/projects/$project/retention" params={{ project }}>
          {t('projectOverview.rules', { count: kept ?? 0 })}
        </Link>
      ),
    })
  return (
    <Panel title={t('projectOverview.inForce')}>
      <Facts facts={facts} />
    </Panel>
  )
}
