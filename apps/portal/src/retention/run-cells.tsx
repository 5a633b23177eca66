import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { CellStack, Small } from '../lists/columns'
import type { RetentionRun } from './retention.queries'

export function PreviewMark({ run }: { run: RetentionRun }) {
  const { t } = useTranslation()
  return run.isDryRun ? <Tag>{t('retention.preview')}</Tag> : null
}

export function RunResult({ run }: { run: RetentionRun }) {
  const { t } = useTranslation()
  return (
    <CellStack>
      <span className={run.isDryRun ? 'muted' : undefined}>
        {t(run.isDryRun ? 'retention.wouldGo' : 'retention.haveGone', {
          count: run.total - run.retained,
          total: run.total,
        })}
      </span>
      {run.error === undefined ? null : <Small wraps>{run.error}</Small>}
    </CellStack>
  )
}
