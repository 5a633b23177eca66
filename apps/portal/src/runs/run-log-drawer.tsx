import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '../errors/error-panel'
import styles from './run-log-drawer.module.css'
import { RunStatus } from './run-status'
import { type Job, runLogQuery, runQuery } from './runs.queries'
import { SidePanel } from '../components/side-panel'

/** More would only keep the browser busy: the whole log is a link away. */
const shownLines = 2000

/** How a run, or what else has a log, is read. */
export type Logged = Pick<Job, 'key' | 'get' | 'log' | 'logPath'>

interface RunLogDrawerProps {
  job: Logged
  id: number | undefined
  open: boolean
  onClose: () => void
  /** Whether the address says which. */
  inAddress?: boolean
  /** Where what has the log is called otherwise than a run. */
  title?: (id: number) => string
}

/** What a run has to say; it grows while the run works. */
export function RunLogDrawer({ job, id, open, onClose, inAddress, title }: RunLogDrawerProps) {
  const { t } = useTranslation()
  const name = title ?? ((run: number) => t('runs.logOf', { id: run }))
  return (
    <SidePanel title={id === undefined ? '' : name(id)} open={open} onClose={onClose} inAddress={inAddress} size={860}>
      {id === undefined ? null : <RunLog job={job} id={id} />}
    </SidePanel>
  )
}

function RunLog({ job, id }: { job: Logged; id: number }) {
  const { t } = useTranslation()
  const { data: run } = useQuery(runQuery(job, id))
  const { data: log, error, refetch } = useQuery(runLogQuery(job, id, run?.isOpen === true))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (log === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  const lines = log.trimEnd().split('\n')
  return (
    <div className={styles.log}>
      <div className={styles.head}>
        {run === undefined ? <span /> : <RunStatus status={run.status} />}
        <a href={job.logPath(id)} target="_blank" rel="noreferrer">
          {t('runs.wholeLog')}
        </a>
      </div>
      {lines.length > shownLines ? <p className="hint">{t('runs.lastLines', { count: shownLines })}</p> : null}
      <pre tabIndex={0}>{log === '' ? t('runs.silent') : lines.slice(-shownLines).join('\n')}</pre>
    </div>
  )
}
