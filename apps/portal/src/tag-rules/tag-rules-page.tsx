import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../components/create-button'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { ListPage } from '../lists/list-page'
import { onePage } from '../lists/one-page'
import { useRights } from '../session/rights.queries'
import { useTagRuleColumns } from './tag-rule-columns'
import type { TagRule } from './tag-rule'
import { tagRulesQuery } from './tag-rules.queries'

const route = getRouteApi('/shell/projects/$project/tag-rules')
const TagRuleFormDrawer = onDemand(async () => (await import('./tag-rule-form-drawer')).TagRuleFormDrawer)

export function TagRulesPage() {
  const { t } = useTranslation()
  const { project } = route.useParams()
  const { may } = useRights({ project })
  const [opened, setOpened] = useState<{ rule?: TagRule }>()
  const query = useQuery(tagRulesQuery(project))
  const columns = useTagRuleColumns(project, (rule) => setOpened({ rule }))
  const mayAdd = may('immutable-tag:create')
  const add = <CreateButton onClick={() => setOpened({})}>{t('tagRule.add')}</CreateButton>
  return (
    <>
      <p className="lead">{t('tagRule.lead')}</p>
      <ListPage
        name="tag-rules"
        label={t('tagRule.list')}
        columns={columns}
        rowKey="id"
        query={query}
        {...onePage}
        actions={mayAdd && (query.data?.total ?? 0) > 0 ? add : undefined}
        refused={t('project.refused', { name: project })}
        empty={<EmptyState title={t('tagRule.none')} text={t('tagRule.noneText')} action={mayAdd ? add : undefined} />}
      />
      <TagRuleFormDrawer
        project={project}
        rule={opened?.rule}
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
      />
    </>
  )
}
