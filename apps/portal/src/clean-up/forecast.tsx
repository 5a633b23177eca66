import { useQuery } from '@tanstack/react-query'
import { LoadingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { ErrorPanel } from '../errors/error-panel'
import { runQuery } from '../runs/runs.queries'
import type { CleanUpRun } from './clean-up-run'
import { cleanUp } from './clean-up.queries'
import styles from './forecast.module.css'
import { useGrace } from './use-grace'

/** What a dry run has found, or that it is still looking. */
export function Forecast({ id, onShowLog }: { id: number; onShowLog: (id: number) => void }) {
  const { t } = useTranslation()
  const { data: run, error, refetch } = useQuery(runQuery(cleanUp, id))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  return (
    <div className={styles.forecast} aria-live="polite">
      {run === undefined || run.isOpen ? (
        <span>
          <LoadingOutlined aria-hidden /> {t('cleanUp.looking')}
        </span>
      ) : (
        <>
          <Finding run={run} />
          <Button type="link" size="small" onClick={() => onShowLog(id)}>
            {t('cleanUp.list')}
          </Button>
        </>
      )}
    </div>
  )
}

function Finding({ run: { status, freedBytes, blobs, manifests, untagged } }: { run: CleanUpRun }) {
  const { t, i18n } = useTranslation()
  const grace = useGrace()
  if (status !== 'Success') return <p>{t('cleanUp.notFinished')}</p>
  if (blobs + manifests + untagged === 0) return <p>{t('cleanUp.nothing', { grace })}</p>
  return (
    <>
      <p>
        <strong>{t('cleanUp.wouldFree', { size: formatBytes(freedBytes, i18n.language) })}</strong>{' '}
        {t('cleanUp.blobs', { count: blobs })} · {t('cleanUp.manifests', { count: manifests })}
      </p>
      {untagged === 0 ? null : <p>{t('cleanUp.wouldDelete', { count: untagged })}</p>}
    </>
  )
}
