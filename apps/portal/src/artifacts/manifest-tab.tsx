import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../components/copy-button'
import { ErrorPanel } from '../errors/error-panel'
import { type ArtifactPlace, manifestQuery } from './artifacts.queries'
import { manifestParts } from './manifest-parts'
import styles from './manifest-tab.module.css'

interface ManifestTabProps {
  place: ArtifactPlace
  linkOf: (digest: string) => ReactNode
}

/** The manifest as JSON; what it names of this repository's manifests leads there. */
export function ManifestTab({ place, linkOf }: ManifestTabProps) {
  const { t } = useTranslation()
  const { data: manifest, error, refetch } = useQuery(manifestQuery(place))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (manifest === undefined) return <Skeleton active />
  return (
    <div className={styles.manifest}>
      <CopyButton size="middle" text={manifest} label={t('artifactPage.manifest.copy')} />
      <pre>
        {manifestParts(manifest).map(({ text, digest }, at) => (
          // Parts have no names of their own, and never change.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={at}>{digest === undefined ? text : linkOf(digest)}</Fragment>
        ))}
      </pre>
    </div>
  )
}
