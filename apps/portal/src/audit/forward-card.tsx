import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '../components/facts'
import { onDemand } from '../components/on-demand'
import { Panel } from '../components/panel'
import { ErrorPanel } from '../errors/error-panel'
import { forwardQuery } from './forward.queries'
import { kindName } from './words'

const ForwardDrawer = onDemand(async () => (await import('./forward-drawer')).ForwardDrawer)

/** Where entries go beside the database, and which are none. */
export function ForwardCard({ kinds, mayChange }: { kinds: readonly string[]; mayChange: boolean }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const { data: forward, error, refetch } = useQuery(forwardQuery)
  return (
    <Panel
      title={t('audit.forward')}
      actions={
        mayChange ? (
          <Button disabled={forward === undefined} onClick={() => setEditing(true)}>
            {t('runs.change')}
          </Button>
        ) : undefined
      }
    >
      {error === null ? null : <ErrorPanel error={error} onRetry={refetch} />}
      {forward === undefined ? (
        <Skeleton active paragraph={{ rows: 2 }} title={false} />
      ) : (
        <>
          <Facts
            facts={[
              { key: 'to', label: t('audit.endpoint'), value: forward.endpoint || t('audit.nowhere') },
              ...(forward.isOnly ? [{ key: 'only', label: t('audit.only'), value: t('audit.onlyHint') }] : []),
              {
                key: 'out',
                label: t('audit.leftOut'),
                value: forward.leftOut.map((kind) => kindName(t, kind)).join(' · ') || t('audit.noKind'),
              },
            ]}
          />
          <ForwardDrawer forward={forward} kinds={kinds} open={editing} onClose={() => setEditing(false)} />
        </>
      )}
    </Panel>
  )
}
