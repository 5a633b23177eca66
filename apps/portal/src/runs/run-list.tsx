import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import type { Run } from './run'
import { RunRows, type RunRowsProps } from './run-rows'
import type { Job } from './runs.queries'

const RunLogDrawer = onDemand(async () => (await import('./run-log-drawer')).RunLogDrawer)

type RunListProps<R extends Run> = Omit<RunRowsProps<R>, 'name' | 'job' | 'empty'> & { job: Omit<Job<R>, 'schedule'> }

/** The runs of a job, and the log of one of them. */
export function RunList<R extends Run>(props: RunListProps<R>) {
  const { t } = useTranslation()
  const { job, search, onSearch } = props
  return (
    <>
      <RunRows name="runs" {...props} empty={<EmptyState title={t('runs.none')} text={t('runs.noneText')} />} />
      <RunLogDrawer
        job={job}
        id={search.run}
        open={search.run !== undefined}
        onClose={() => onSearch({ run: undefined })}
        inAddress
      />
    </>
  )
}
