import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { Panel } from '../components/panel'
import { StorageMeter } from '../components/storage-meter'
import styles from './home-page.module.css'
import type { Overview } from './home.queries'

/** What the reader's projects are charged with: all together, and each against its own limit. */
export function StorageUsed({ storage, projects }: Pick<Overview, 'storage' | 'projects'>) {
  const { t, i18n } = useTranslation()
  const size = (bytes: number) => formatBytes(bytes, i18n.language)
  const { used, hard, unlimited } = storage
  const charged = projects.flatMap((project) => (project.used === null ? [] : [{ ...project, used: project.used }]))
  return (
    <Panel title={t('home.storage')}>
      <p className={styles.total}>
        {unlimited === 0 && hard > 0 ? t('project.usedOf', { used: size(used), limit: size(hard) }) : size(used)}
      </p>
      {unlimited === 0 && hard > 0 ? <StorageMeter label={t('home.storage')} used={used} limit={hard} /> : null}
      <p className="hint">{t('home.storageHint')}</p>
      <ul className={styles.meters}>
        {charged.map(({ name, used: taken, hard: limit }) => (
          <li key={name}>
            <span className={styles.measure}>
              <span>{name}</span>
              <span className="muted">
                {limit === null || limit < 0
                  ? t('home.noLimit', { used: size(taken) })
                  : t('project.usedOf', { used: size(taken), limit: size(limit) })}
              </span>
            </span>
            {limit === null || limit < 0 ? null : (
              <StorageMeter label={t('home.storageOf', { name })} used={taken} limit={limit} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
