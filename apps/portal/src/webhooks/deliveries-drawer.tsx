import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { Notice } from '../components/notice'
import { Segments } from '../components/segments'
import { ListPage } from '../lists/list-page'
import type { ListSearch } from '../lists/list-state'
import { RunLogDrawer } from '../runs/run-log-drawer'
import { useDeliveryColumns } from './delivery-columns'
import { deliveriesQuery, deliveryLogs, type Webhook } from './webhooks.queries'
import { SidePanel } from '../components/side-panel'

interface DeliveriesDrawerProps {
  project: string
  webhook: Webhook | undefined
  open: boolean
  onClose: () => void
}

/** What a webhook was told, and is still to be told. */
export function DeliveriesDrawer({ project, webhook, open, onClose }: DeliveriesDrawerProps) {
  const { t } = useTranslation()
  return (
    <SidePanel
      title={webhook === undefined ? '' : t('webhook.deliveriesOf', { name: webhook.name })}
      open={open}
      onClose={onClose}
      size={960}
    >
      {webhook === undefined ? null : <Deliveries key={webhook.id} project={project} webhook={webhook} />}
    </SidePanel>
  )
}

const statuses = ['Pending', 'Success', 'Error', 'Stopped'] as const

function Deliveries({ project, webhook }: { project: string; webhook: Webhook }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<string>('all')
  const [search, setSearch] = useState<ListSearch>({})
  const [log, setLog] = useState<number>()
  const query = useQuery(deliveriesQuery(project, webhook.id, status, search))
  const columns = useDeliveryColumns(project, webhook, setLog)
  const logs = useMemo(() => deliveryLogs(project, webhook), [project, webhook])
  return (
    <>
      {webhook.enabled && webhook.failures > 0 ? <Notice tone="warning">{t('webhook.failingText')}</Notice> : null}
      <ListPage
        name="deliveries"
        label={t('webhook.deliveries')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={(patch) => setSearch((old) => ({ ...old, ...patch }))}
        filters={
          <Segments
            label={t('webhook.status')}
            value={status}
            options={[
              { value: 'all', label: t('webhook.all') },
              ...statuses.map((value) => ({ value, label: t(`runs.statuses.${value}`) })),
            ]}
            onChange={(value) => {
              setStatus(value)
              setSearch({})
            }}
          />
        }
        empty={<EmptyState title={t('webhook.noDeliveries')} text={t('webhook.noDeliveriesText')} />}
      />
      <RunLogDrawer
        job={logs}
        id={log}
        open={log !== undefined}
        onClose={() => setLog(undefined)}
        title={(id) => t('webhook.logOf', { id })}
      />
    </>
  )
}
