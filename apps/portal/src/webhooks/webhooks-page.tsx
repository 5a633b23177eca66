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
import { useWebhookColumns } from './webhook-columns'
import { type Webhook, webhooksQuery } from './webhooks.queries'

const route = getRouteApi('/shell/projects/$project/webhooks')
const WebhookDrawer = onDemand(async () => (await import('./webhook-drawer')).WebhookDrawer)
const DeliveriesDrawer = onDemand(async () => (await import('./deliveries-drawer')).DeliveriesDrawer)

export function WebhooksPage() {
  const { t } = useTranslation()
  const { project } = route.useParams()
  const { may } = useRights({ project })
  const [edited, setEdited] = useState<{ webhook?: Webhook }>()
  const [shown, setShown] = useState<Webhook>()
  const query = useQuery(webhooksQuery(project))
  const columns = useWebhookColumns(project, setEdited, setShown)
  const mayAdd = may('notification-policy:create')
  const add = <CreateButton onClick={() => setEdited({})}>{t('webhook.add')}</CreateButton>
  return (
    <>
      <p className="lead">{t('webhook.lead')}</p>
      <ListPage
        name="webhooks"
        label={t('nav.webhooks')}
        columns={columns}
        rowKey="id"
        query={query}
        {...onePage}
        actions={mayAdd && (query.data?.total ?? 0) > 0 ? add : undefined}
        refused={t('project.refused', { name: project })}
        empty={<EmptyState title={t('webhook.none')} text={t('webhook.noneText')} action={mayAdd ? add : undefined} />}
      />
      <WebhookDrawer
        project={project}
        webhook={edited?.webhook}
        open={edited !== undefined}
        onClose={() => setEdited(undefined)}
      />
      <DeliveriesDrawer
        project={project}
        webhook={shown}
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
      />
    </>
  )
}
