import { useTranslation } from 'react-i18next'
import { Small } from '../lists/columns'
import type { RuleRun } from './rule-runs.queries'
import styles from './run-progress.module.css'

/** How many of a run's tasks are done, and how many of them have failed. */
export function RunProgress({ run }: { run: RuleRun }) {
  const { t } = useTranslation()
  const { total, succeed, failed, stopped } = run
  if (total === 0) return run.isOpen ? <Small>{t('replication.looking')}</Small> : null
  const done = succeed + failed + stopped
  return (
    <span className={styles.progress}>
      {run.isOpen ? (
        <progress value={done} max={total} aria-label={t('replication.progress', { done, total })} />
      ) : null}
      <Small wraps>
        {t('replication.progress', { done: succeed, total })}
        {failed === 0 ? null : ` · ${t('replication.failures', { count: failed })}`}
      </Small>
    </span>
  )
}
