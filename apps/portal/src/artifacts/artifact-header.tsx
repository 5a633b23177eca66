import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Tag } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { CopyButton } from '../components/copy-button'
import { lazyPart } from '../components/on-demand'
import { RelativeTime } from '../components/relative-time'
import { Select } from '../components/select'
import { withTexts } from '../i18n/i18n'
import { artifactPath } from '../nav/artifact-path'
import { kindName } from '../repositories/kind-name'
import { useRights } from '../session/rights.queries'
import styles from './artifact-header.module.css'
import { ArtifactLabels } from './artifact-labels'
import { type Artifact, type ArtifactPlace, referrersQuery } from './artifacts.queries'
import { KindIcon } from './kind-icon'
import type { ShownPlatform } from './platforms'

/** Few of those who look at an artifact may delete it. */
const DeleteArtifact = lazyPart(
  async () => (await withTexts(import('./delete-artifact'), 'repositoriesLater')).DeleteArtifact,
)

interface ArtifactHeaderProps {
  place: ArtifactPlace
  artifact: Artifact
  platforms: readonly ShownPlatform[]
  platform: ShownPlatform | undefined
}

/** Where a text has its time: languages put it before or after the verb. */
const SLOT = '\u0000'

function WithTime({ text, value }: { text: string; value: string }) {
  const [before, after] = text.split(SLOT)
  return (
    <>
      {before}
      <RelativeTime value={value} />
      {after}
    </>
  )
}

/** What the page is about. It stays in sight. */
export function ArtifactHeader({ place, artifact, platforms, platform }: ArtifactHeaderProps) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const { data: referrers = [] } = useQuery(referrersQuery(place))
  const { may } = useRights(place)
  const isSigned = referrers.some(({ depth, type, replaced }) => depth === 1 && type === 'SIGNATURE' && !replaced)
  const size = (bytes: number) => formatBytes(bytes, i18n.language)
  return (
    <header className={styles.header}>
      <KindIcon type={artifact.type} />
      <div className={styles.what}>
        <div className={styles.name}>
          <h1>{artifactPath(place.repository, place.reference)}</h1>
          <Tag>{kindName(t, artifact.type)}</Tag>
          {isSigned ? <Tag color="success">{t('artifactPage.signed')}</Tag> : null}
        </div>
        <p className={styles.digest}>
          <code>{artifact.digest}</code>
          <CopyButton text={artifact.digest} label={t('copy.digest')} />
        </p>
        <p className={styles.facts}>
          {artifact.references === null ? (
            <span>{size(artifact.size)}</span>
          ) : (
            <span>{t('artifactPage.allPlatforms', { size: size(artifact.size) })}</span>
          )}
          {platform?.size == null ? null : (
            <span>{t('artifactPage.toPull', { size: size(platform.size), platform: platform.name })}</span>
          )}
          <span>
            <WithTime
              text={
                artifact.pushed_by === null
                  ? t('artifactPage.pushed', { time: SLOT })
                  : t('artifactPage.pushedBy', { time: SLOT, name: artifact.pushed_by })
              }
              value={artifact.push_time}
            />
          </span>
          <span>
            <WithTime text={t('artifactPage.pulled', { time: SLOT })} value={artifact.pull_time} />
          </span>
          {artifact.type === 'IMAGE' ? (
            <Link
              to="/projects/$project/compare/$"
              params={{ project: place.project, _splat: place.repository }}
              search={{ to: place.reference }}
            >
              {t('compare.with')}
            </Link>
          ) : null}
        </p>
        <ArtifactLabels place={place} artifact={artifact} />
      </div>
      {platforms.length === 0 ? null : (
        <Select
          label={t('artifactPage.platform')}
          value={platform?.digest}
          options={platforms.map(({ digest, name, size: bytes }) => ({
            value: digest,
            label: bytes === null ? t('artifactPage.notHere', { name }) : `${name} · ${size(bytes)}`,
          }))}
          onChange={(digest) =>
            void navigate({ to: '.', search: (old) => ({ ...old, platform: digest }), resetScroll: false })
          }
        />
      )}
      {may('artifact:delete') ? (
        <Suspense fallback={null}>
          <DeleteArtifact project={place.project} repository={place.repository} digest={artifact.digest} />
        </Suspense>
      ) : null}
    </header>
  )
}
