import { useQuery } from '@tanstack/react-query'
import { Drawer, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '../errors/error-panel'
import { runLogQuery, runQuery } from './clean-up.queries'
import { RunStatus } from './run-status'

/** More would only keep the browser busy: the whole log is a link away. */
const shownLines = 2000

/** What a run has to say; it grows while the run works. Closed without an id. */
export function RunLogDrawer({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Drawer
      title={id === undefined ? '' : t('cleanUp.logOf', { id })}
      open={id !== undefined}
      onClose={onClose}
      size={860}
      destroyOnHidden
    >
      {id === undefined ? null : <RunLog id={id} />}
    </Drawer>
  )
}

function RunLog({ id }: { id: number }) {
  const { t } = useTranslation()
  const { data: run } = useQuery(runQuery(id))
  const { data: log, error, refetch } = useQuery(runLogQuery(id, run?.isOpen === true))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (log === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  const lines = log.trimEnd().split('\n')
  return (
    <div className="run-log">
      <div className="toolbar">
        {run === undefined ? <span /> : <RunStatus status={run.status} />}
        <a href={`/api/v2.0/system/gc/${id}/log`} target="_blank" rel="noreferrer">
          {t('cleanUp.wholeLog')}
        </a>
      </div>
      {lines.length > shownLines ? <p className="hint">{t('cleanUp.lastLines', { count: shownLines })}</p> : null}
      <pre tabIndex={0}>{log === '' ? t('cleanUp.silent') : lines.slice(-shownLines).join('\n')}</pre>
    </div>
  )
}
