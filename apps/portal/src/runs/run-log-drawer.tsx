import { useQuery } from '@tanstack/react-query'
import { Drawer, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '../errors/error-panel'
import styles from './run-log-drawer.module.css'
import { RunStatus } from './run-status'
import { type Job, runLogQuery, runQuery } from './runs.queries'

/** More would only keep the browser busy: the whole log is a link away. */
const shownLines = 2000

interface RunLogDrawerProps {
  job: Omit<Job, 'schedule'>
  id: number | undefined
  open: boolean
  onClose: () => void
}

/** What a run has to say; it grows while the run works. */
export function RunLogDrawer({ job, id, open, onClose }: RunLogDrawerProps) {
  const { t } = useTranslation()
  return (
    <Drawer
      title={id === undefined ? '' : t('runs.logOf', { id })}
      open={open}
      onClose={onClose}
      size={860}
      destroyOnHidden
    >
      {id === undefined ? null : <RunLog job={job} id={id} />}
    </Drawer>
  )
}

function RunLog({ job, id }: { job: Omit<Job, 'schedule'>; id: number }) {
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
