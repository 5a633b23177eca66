import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { CopyButton } from '../components/copy-button'
import { Digest } from '../components/digest'
import { EmptyState } from '../components/empty-state'
import { RelativeTime } from '../components/relative-time'
import { ErrorPanel } from '../errors/error-panel'
import { type ArtifactPlace, type Layer, layersQuery } from './artifacts.queries'
import { rebuiltDockerfile } from './dockerfile'
import styles from './layers-tab.module.css'
import { tidyCommand } from './tidy-command'

/** What an image is made of, the base first: how large each layer is, and which step made it. */
export function LayersTab({ place }: { place: ArtifactPlace }) {
  const { t, i18n } = useTranslation()
  const [all, setAll] = useState(false)
  const { data: layers, error, refetch } = useQuery(layersQuery(place))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (layers === undefined) return <Skeleton active />
  if (layers.length === 0) return <EmptyState title={t('artifactPage.layers.none')} />
  const rows = withShares(layers)
  const held = rows.filter(({ digest }) => digest !== null)
  const folded = rows.length - held.length
  const total = held.at(-1)?.sum ?? 0
  const dockerfile = rebuiltDockerfile(layers)
  return (
    <>
      <div className={styles.head}>
        <p>{t('artifactPage.layers.sum', { count: held.length, size: formatBytes(total, i18n.language) })}</p>
        {dockerfile === undefined ? null : (
          <span className={styles.copy}>
            {t('artifactPage.layers.dockerfile')}
            <CopyButton text={dockerfile} label={t('artifactPage.layers.copy')} />
          </span>
        )}
      </div>
      <ol className={styles.layers}>
        {(all ? rows : held).map((layer) => (
          <LayerRow key={layer.number} layer={layer} total={total} />
        ))}
      </ol>
      {folded === 0 ? null : (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t('artifactPage.layers.fold') : t('artifactPage.layers.all', { count: folded })}
        </Button>
      )}
    </>
  )
}

interface LayerWithShare extends Layer {
  number: number
  /** Bytes up to this one, itself included. */
  sum: number
}

function withShares(layers: readonly Layer[]): LayerWithShare[] {
  let sum = 0
  return layers.map((layer, at) => {
    sum += layer.size
    return { ...layer, number: at + 1, sum }
  })
}

function LayerRow({ layer, total }: { layer: LayerWithShare; total: number }) {
  const { t, i18n } = useTranslation()
  const { digest, number, size, sum } = layer
  const share = (bytes: number) => (total === 0 ? 0 : bytes / total)
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 })
  const step = tidyCommand(layer.created_by ?? '') || layer.comment
  return (
    <li value={number}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.step}>
        <code className="wrap">{step || t('artifactPage.layers.unknown')}</code>
        <span className={styles.made}>
          {digest === null ? null : <Digest digest={digest} />}
          {layer.created === undefined ? null : <RelativeTime value={layer.created} />}
        </span>
      </div>
      {digest === null ? (
        <span className={styles.size}>{t('artifactPage.layers.noFiles')}</span>
      ) : (
        <span className={styles.size}>
          <span>{formatBytes(size, i18n.language)}</span>
          <span className={styles.bar} aria-hidden="true">
            <span style={{ insetInlineStart: `${share(sum - size) * 100}%`, inlineSize: `${share(size) * 100}%` }} />
          </span>
          <span className="muted">{t('artifactPage.layers.upToHere', { share: percent.format(share(sum)) })}</span>
          {layer.shared_with > 0 ? (
            <span className="muted">{t('artifactPage.layers.shared', { count: layer.shared_with })}</span>
          ) : null}
        </span>
      )}
    </li>
  )
}
