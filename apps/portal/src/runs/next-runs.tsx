import { isCron, nextRuns } from '@berth/contracts'
import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../components/relative-time'
import { cronOf, type Schedule } from './schedule'

const SHOWN = 5

/** The expression counts in UTC, people by the clock on their wall. */
function hereAndInUtc(time: Date, language: string): string {
  const [here, utc] = [formatDate(time, language, 'local'), formatDate(time, language, 'utc')]
  return utc.startsWith(here) ? utc : `${here} · ${utc}`
}

/** When a job would run by what stands in the form: an expression that says something else than was meant is seen here. */
export function NextRuns() {
  const { t, i18n } = useTranslation()
  const type = Form.useWatch<Schedule['type'] | undefined>('type') ?? 'None'
  const cron = cronOf({ type, cron: Form.useWatch<string | undefined>('cron') ?? '' }).trim()
  if (!isCron(cron)) return null
  return (
    <Form.Item label={t('runs.nextRuns')}>
      <ul className="hint">
        {nextRuns(cron, new Date(), SHOWN).map((run) => (
          <li key={run.getTime()}>{hereAndInUtc(run, i18n.language)}</li>
        ))}
      </ul>
    </Form.Item>
  )
}
