import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Ranking } from '../charts/ranking'
import { formatBytes } from '../components/byte-size'
import { Facts } from '../components/facts'
import { PageHeader } from '../components/page-header'
import { Panel } from '../components/panel'
import panels from '../components/panels.module.css'
import { StorageMeter } from '../components/storage-meter'
import { usePageTitle } from '../components/use-page-title'
import { useRights } from '../session/rights.queries'
import { systemInfoQuery } from '../session/session.queries'
import { Components } from './components'
import { bySize, ToProject, ToRepository } from './ranked'
import styles from './system-status.module.css'
import { mostPulledQuery, statisticsQuery, topsQuery, volumeQuery } from './system-status.queries'

/** How the platform is, which versions it has, and where most of what it holds is. */
export function SystemStatusPage() {
  const { t, i18n } = useTranslation()
  const { may } = useRights('system')
  const { data: system } = useQuery(systemInfoQuery)
  const { data: volume } = useQuery(volumeQuery)
  const { data: statistics } = useQuery(statisticsQuery)
  const { data: pulled } = useQuery(mostPulledQuery)
  const { data: tops } = useQuery({ ...topsQuery, enabled: may('quota:list') })
  const number = new Intl.NumberFormat(i18n.language)
  const count = (value: number) => number.format(value)
  const size = (bytes: number) => formatBytes(bytes, i18n.language)
  const none = t('systemStatus.none')
  usePageTitle(t('nav.systemStatus'))

  const taken = volume ? volume.total - volume.free : 0
  return (
    <>
      <PageHeader title={t('nav.systemStatus')} lead={t('systemStatus.lead')} />
      <div className={panels.panels}>
        <Components />
        <div className={styles.short}>
          <Panel title={t('systemStatus.disk')}>
            {volume ? (
              <>
                <p>
                  {t('systemStatus.taken', { taken: size(taken), total: size(volume.total), free: size(volume.free) })}
                </p>
                <StorageMeter label={t('systemStatus.disk')} used={taken} limit={volume.total} />
              </>
            ) : (
              <p className="muted">{t('systemStatus.noDisk')}</p>
            )}
            <p className="hint">{t('systemStatus.diskHint')}</p>
          </Panel>
          <Panel title={t('systemStatus.counts')}>
            <Facts
              facts={[
                { key: 'version', label: t('systemStatus.version'), value: system?.harbor_version ?? '–' },
                {
                  key: 'projects',
                  label: t('project.list'),
                  value: number.format(statistics?.total_project_count ?? 0),
                },
                {
                  key: 'repositories',
                  label: t('repository.list'),
                  value: number.format(statistics?.total_repo_count ?? 0),
                },
                {
                  key: 'blobs',
                  label: t('systemStatus.blobs'),
                  value: size(statistics?.total_storage_consumption ?? 0),
                },
                ...(tops ? [{ key: 'waiting', label: t('systemStatus.waiting'), value: size(tops.waiting_size) }] : []),
              ]}
            />
            {tops ? <p className="hint">{t('systemStatus.waitingHint')}</p> : null}
          </Panel>
        </div>
        <Panel title={t('systemStatus.mostPulled')}>
          {pulled ? (
            <Ranking rows={pulled} format={count} none={none} link={(name) => <ToRepository name={name} />} />
          ) : null}
        </Panel>
        {tops ? (
          <>
            <Panel title={t('systemStatus.mostPushed')}>
              <Ranking
                rows={tops.most_pushed_projects.map(({ name, pushes: value }) => ({ name, value }))}
                format={count}
                none={none}
                link={(name) => <ToProject name={name} />}
              />
            </Panel>
            <Panel title={t('systemStatus.mostStored')}>
              <Ranking
                rows={bySize(tops.largest_projects)}
                format={size}
                none={none}
                link={(name) => <ToProject name={name} />}
              />
            </Panel>
            <Panel title={t('systemStatus.largestRepositories')}>
              <Ranking
                rows={bySize(tops.largest_repositories)}
                format={size}
                none={none}
                link={(name) => <ToRepository name={name} />}
              />
            </Panel>
          </>
        ) : null}
      </div>
    </>
  )
}
