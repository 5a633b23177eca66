import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../components/copy-button'
import { EmptyState } from '../components/empty-state'
import { ErrorPanel } from '../errors/error-panel'
import type { Column } from '../lists/column'
import { nameColumn, Small } from '../lists/columns'
import { ListTable } from '../lists/list-table'
import { type ArtifactPlace, dependenciesQuery, type Dependency } from './artifacts.queries'
import styles from './manifest-tab.module.css'

/** A text as somebody wrote it. */
export function TextTab({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.manifest}>
      <CopyButton size="middle" text={text} label={t('artifactPage.copyText')} />
      <pre>{text}</pre>
    </div>
  )
}

type Row = Dependency & { place: number }

/** Other charts that a chart needs. */
export function DependenciesTab({ place }: { place: ArtifactPlace }) {
  const { t } = useTranslation()
  const { data: dependencies, error, refetch } = useQuery(dependenciesQuery(place))
  // A chart may stand here several times, by other aliases.
  const rows = useMemo(() => (dependencies ?? []).map((one, place) => ({ ...one, place })), [dependencies])
  const columns = useMemo(
    (): Column<Row>[] => [
      nameColumn<Row>({
        key: 'name',
        title: t('artifactPage.dependencies.name'),
        cell: ({ name, alias, condition }) => (
          <>
            {name}
            {alias === undefined ? null : <Small>{t('artifactPage.dependencies.alias', { alias })}</Small>}
            {condition === undefined ? null : <Small>{t('artifactPage.dependencies.condition', { condition })}</Small>}
          </>
        ),
      }),
      { key: 'version', title: t('artifactPage.dependencies.version'), cell: ({ version }) => version ?? '–' },
      {
        key: 'repository',
        title: t('artifactPage.dependencies.repository'),
        from: 'sm',
        cell: ({ repository }) => <span className="wrap">{repository}</span>,
      },
    ],
    [t],
  )
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (dependencies === undefined) return <Skeleton active />
  if (dependencies.length === 0) return <EmptyState title={t('artifactPage.dependencies.none')} />
  return <ListTable label={t('artifactPage.tabs.dependencies')} columns={columns} rowKey="place" rows={rows} />
}
