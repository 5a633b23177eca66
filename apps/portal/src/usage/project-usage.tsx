import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { Panel } from '../components/panel'
import { RelativeTime } from '../components/relative-time'
import { Shares } from './shares'
import { SharesBar } from './shares-bar'
import styles from './usage.module.css'
import { projectUsageQuery } from './usage.queries'

/** What a project holds, and which of its repositories hold most of it. */
export function ProjectUsage({ project }: { project: string }) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(projectUsageQuery(project))
  if (data === undefined) return null
  if (data === null)
    return (
      <Panel title={t('usage.ofProject')}>
        <p className="muted">{t('usage.notCounted')}</p>
      </Panel>
    )
  const bytes = (count: number) => formatBytes(count, i18n.language)
  const { size, shared_size: shared, waiting_size: waiting, repositories, counted_at: countedAt } = data
  const largest = repositories.slice(0, 5)
  const most = Math.max(...largest.map((repository) => repository.size))
  return (
    <Panel title={t('usage.ofProject')}>
      <div className={styles.project}>
        <Shares own={size - shared} shared={shared} ownText={t('usage.inOne')} sharedText={t('usage.inSeveral')} />
        {waiting > 0 ? (
          <div>
            {t('usage.waiting', { size: bytes(waiting) })}
            <p className="hint">{t('usage.waitingHint')}</p>
          </div>
        ) : null}
        <ul className={styles.largest}>
          {largest.map(({ name, size: whole, own_size: own, shared_size: others }) => (
            <li key={name}>
              <span>{name.slice(project.length + 1)}</span>
              <span className="nowrap">{bytes(whole)}</span>
              <SharesBar
                label={t('usage.picture', { own: bytes(own), shared: bytes(others) })}
                own={own}
                shared={others}
                most={most}
              />
            </li>
          ))}
        </ul>
        <p className="hint">
          {t('usage.countedAt')} <RelativeTime value={countedAt} />
        </p>
      </div>
    </Panel>
  )
}
