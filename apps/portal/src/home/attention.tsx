import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { Panel } from '../components/panel'
import { isNearLimit } from '../components/storage-meter'
import { useRights } from '../session/rights.queries'
import { diskQuery, failedRunsQuery, fullestQuery, MOST, unhealthyQuery } from './attention.queries'
import styles from './attention.module.css'

const DAY_MS = 86_400_000
/** Less than this part of the disk free is worth a word. */
const SCARCE = 0.15

/** What the reader should look after, of what they have the right to look after. */
export function Attention() {
  const { t, i18n } = useTranslation()
  const { may } = useRights('system')
  const mayWatch = may('jobservice-monitor:list')
  const mayRead = may('system-volumes:read')
  const mayQuotas = may('quota:list')
  const { data: unhealthy } = useQuery({ ...unhealthyQuery, enabled: mayRead })
  const { data: disk } = useQuery({ ...diskQuery, enabled: mayRead })
  const { data: quotas } = useQuery({ ...fullestQuery, enabled: mayQuotas })
  const { data: runs } = useQuery({ ...failedRunsQuery, enabled: mayWatch })
  if (!mayWatch && !mayRead && !mayQuotas) return null

  const found: { key: string; text: ReactNode }[] = []
  if (unhealthy !== undefined && unhealthy.length > 0)
    found.push({
      key: 'health',
      text: <Link to="/system-status">{t('home.unhealthy', { names: unhealthy.join(', ') })}</Link>,
    })
  if (disk && disk.free < disk.total * SCARCE)
    found.push({
      key: 'disk',
      text: <Link to="/clean-up">{t('home.diskScarce', { free: formatBytes(disk.free, i18n.language) })}</Link>,
    })
  for (const { ref, used, hard } of quotas ?? []) {
    const [taken, limit] = [used.storage ?? 0, hard.storage ?? -1]
    const name = ref.name ?? ''
    if (isNearLimit(taken, limit))
      found.push({
        key: `quota ${name}`,
        text: (
          <Link to="/projects/$project/overview" params={{ project: name }}>
            {t('home.nearLimit', {
              name,
              used: formatBytes(taken, i18n.language),
              limit: formatBytes(limit, i18n.language),
            })}
          </Link>
        ),
      })
  }
  const since = Date.now() - DAY_MS
  const failed = (runs ?? []).filter((run) => Date.parse(run.end_time ?? run.creation_time) > since)
  if (failed.length > 0)
    found.push({
      key: 'runs',
      text: (
        <Link to="/jobs" search={{ view: 'runs', status: 'error' }}>
          {failed.length === MOST ? t('home.failedMany', { least: MOST }) : t('home.failed', { count: failed.length })}
        </Link>
      ),
    })

  const isKnown = [mayRead ? unhealthy : [], mayQuotas ? quotas : [], mayWatch ? runs : []].every(Boolean)
  return (
    <Panel title={t('home.attention')}>
      {found.length === 0 ? (
        <p className={styles.calm}>
          {isKnown ? (
            <>
              <CheckCircleOutlined aria-hidden /> {t('home.calm')}
            </>
          ) : (
            t('home.looking')
          )}
        </p>
      ) : (
        <ul className={styles.list}>
          {found.map(({ key, text }) => (
            <li key={key}>
              <WarningOutlined aria-hidden /> <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
