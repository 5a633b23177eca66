import { useQueries } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { Digest } from '../components/digest'
import { ErrorPanel } from '../errors/error-panel'
import type { Column } from '../lists/column'
import { nameColumn } from '../lists/columns'
import { ListTable } from '../lists/list-table'
import { artifactQuery, layersQuery } from './artifacts.queries'
import { compareLayers, compareSteps, type Difference, differences, settingsOf } from './compare'
import styles from './compare.module.css'
import head from './artifact-header.module.css'
import { readImageConfig } from './image-config'
import list from './layers-tab.module.css'
import pairs from './pairs.module.css'

interface ComparePairProps {
  project: string
  repository: string
  /** Of both images, the older one first. */
  digests: readonly string[]
  titles: readonly string[]
}

export function ComparePair({ project, repository, digests, titles }: ComparePairProps) {
  const { t, i18n } = useTranslation()
  const places = digests.map((reference) => ({ project, repository, reference }))
  const artifacts = useQueries({ queries: places.map(artifactQuery) })
  const layers = useQueries({ queries: places.map(layersQuery) })
  const error = [...artifacts, ...layers].find((query) => query.error !== null)?.error
  if (error) return <ErrorPanel error={error} />
  const [before, after] = artifacts.map(({ data }) => data)
  const [layersBefore, layersAfter] = layers.map(({ data }) => data)
  if (!before || !after || !layersBefore || !layersAfter) return <Skeleton active />
  const bytes = (size: number) => formatBytes(size, i18n.language)
  const compared = compareLayers(layersBefore, layersAfter)
  const steps = compareSteps(layersBefore, layersAfter)
  const [configBefore, configAfter] = [before, after].map(({ extra_attrs: attributes }) =>
    readImageConfig((attributes as Record<string, unknown>)['config']),
  )
  const isSame = before.digest === after.digest
  return (
    <>
      <p className={styles.verdict}>
        {isSame
          ? t('compare.same')
          : t('compare.download', { from: titles[0], to: titles[1], size: bytes(compared.added) })}
      </p>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.both} style={{ flexGrow: compared.shared }} />
        <span className={styles.to} style={{ flexGrow: compared.added }} />
        <span className={styles.from} style={{ flexGrow: compared.removed }} />
      </div>
      <p className={head.facts}>
        <span>
          <i className={`${styles.key} ${styles.both}`} aria-hidden />
          {t('compare.shared', { size: bytes(compared.shared) })}
        </span>
        <span>
          <i className={`${styles.key} ${styles.to}`} aria-hidden />
          {t('compare.added', { size: bytes(compared.added) })}
        </span>
        <span>
          <i className={`${styles.key} ${styles.from}`} aria-hidden />
          {t('compare.removed', { size: bytes(compared.removed) })}
        </span>
      </p>
      <Part title={t('artifactPage.tabs.layers')}>
        <ul className={list.layers}>
          {compared.layers.map(({ digest, size, step, side }) => (
            <li key={digest}>
              <span className={styles.mark}>{t(`compare.side.${side}`)}</span>
              <span className={list.step}>
                <code className="wrap">{step || t('artifactPage.layers.unknown')}</code>
                <Digest digest={digest} />
              </span>
              <span className={styles.size}>{bytes(size)}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Differences
        title={t('artifactPage.tabs.config')}
        rows={differences(settingsOf(t, before), settingsOf(t, after))}
      />
      <Differences
        title={t('artifactPage.config.environment')}
        rows={differences(configBefore?.environment ?? [], configAfter?.environment ?? [])}
      />
      <Differences
        title={t('artifactPage.config.labels')}
        rows={differences(configBefore?.labels ?? [], configAfter?.labels ?? [])}
      />
      {steps.from.length + steps.to.length === 0 ? null : (
        <Part title={t('compare.steps')}>
          <p>{t('compare.stepsSame', { count: steps.same })}</p>
          <ul className={list.layers}>
            {steps.from.map((step) => (
              <li key={`from ${step}`}>
                <span className={styles.mark}>{t('compare.side.from')}</span>
                <code className="wrap">{step}</code>
              </li>
            ))}
            {steps.to.map((step) => (
              <li key={`to ${step}`}>
                <span className={styles.mark}>{t('compare.side.to')}</span>
                <code className="wrap">{step}</code>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className={pairs.title}>{title}</h2>
      {children}
    </section>
  )
}

/** What is not the same, by names; nothing where all is. */
function Differences({ title, rows }: { title: string; rows: readonly Difference[] }) {
  const { t } = useTranslation()
  const columns = useMemo(
    (): Column<Difference>[] => [
      nameColumn<Difference>({ key: 'name', title: t('compare.name'), cell: ({ name }) => name }),
      { key: 'from', title: t('compare.from'), cell: ({ from }) => <code className="wrap">{from ?? '–'}</code> },
      { key: 'to', title: t('compare.to'), cell: ({ to }) => <code className="wrap">{to ?? '–'}</code> },
    ],
    [t],
  )
  if (rows.length === 0) return null
  return (
    <Part title={title}>
      <ListTable label={title} columns={columns} rowKey="name" rows={rows} />
    </Part>
  )
}
