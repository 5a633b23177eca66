import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ErrorPanel } from '../errors/error-panel'
import type { Run } from './run'
import styles from './run-drawer.module.css'
import { RunStatus } from './run-status'
import { type Job, runQuery } from './runs.queries'
import { SidePanel } from '../components/side-panel'

interface RunOfProps<R extends Run> {
  job: Pick<Job<R>, 'key' | 'get'>
  children: (run: R) => ReactNode
}

interface RunDrawerProps<R extends Run> extends RunOfProps<R> {
  title: (id: number) => string
  id: number | undefined
  open: boolean
  onClose: () => void
}

/** A run, and all that it did. */
export function RunDrawer<R extends Run>({ title, id, open, onClose, ...run }: RunDrawerProps<R>) {
  return (
    <SidePanel title={id === undefined ? '' : title(id)} open={open} onClose={onClose} inAddress size={1040}>
      {id === undefined ? null : <RunOf key={id} id={id} {...run} />}
    </SidePanel>
  )
}

function RunOf<R extends Run>({ job, id, children }: RunOfProps<R> & { id: number }) {
  const { data: run, error, refetch } = useQuery(runQuery(job, id))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (run === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  return children(run)
}

/** How a run stands, in a line; a button in it stands at the end. */
export function RunHead({ run, children }: { run: Run; children: ReactNode }) {
  return (
    <div className={styles.head} aria-live="polite">
      <RunStatus status={run.status} />
      {children}
    </div>
  )
}
