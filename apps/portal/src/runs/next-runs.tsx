import { isCron, nextRuns } from '@berth/contracts'
import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { cronOf, type Schedule } from './schedule'

const SHOWN = 5

/** When a job would run by what stands in the form: an expression that says something else than was meant is seen here. */
export function NextRuns() {
  const { t, i18n } = useTranslation()
  const type = Form.useWatch<Schedule['type'] | undefined>('type') ?? 'None'
  const cron = cronOf({ type, cron: Form.useWatch<string | undefined>('cron') ?? '' }).trim()
  if (!isCron(cron)) return null
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Form.Item label={t('runs.nextRuns')}>
      <ul className="hint">
        {nextRuns(cron, new Date(), SHOWN).map((run) => (
          <li key={run.getTime()}>{time.format(run)}</li>
        ))}
      </ul>
    </Form.Item>
  )
}
