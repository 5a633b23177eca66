import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ByteSize } from '../components/byte-size'
import { EmptyState } from '../components/empty-state'
import { RelativeTime } from '../components/relative-time'
import { ErrorPanel } from '../errors/error-panel'
import { kindName } from '../repositories/kind-name'
import { platformText } from '../repositories/platform-tags'
import { type ArtifactPlace, type Referrer, referrersQuery } from './artifacts.queries'
import { KindIcon } from './kind-icon'
import { predicateName } from './predicate-name'
import styles from './referrers-tab.module.css'

interface ReferrersTabProps {
  place: ArtifactPlace
  linkOf: (digest: string) => ReactNode
}

/** What is about the artifact, and what is about that: signatures, SBOMs, how it was built. */
export function ReferrersTab({ place, linkOf }: ReferrersTabProps) {
  const { t } = useTranslation()
  const { data: referrers, error, refetch } = useQuery(referrersQuery(place))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (referrers === undefined) return <Skeleton active />
  if (referrers.length === 0)
    return <EmptyState title={t('artifactPage.referrers.none')} text={t('artifactPage.referrers.noneText')} />
  return <Branch depth={1} all={referrers} linkOf={linkOf} />
}

interface BranchProps {
  /** Absent: the artifact of the page. */
  subject?: string
  depth: number
  all: readonly Referrer[]
  linkOf: (digest: string) => ReactNode
}

function Branch({ subject, depth, all, linkOf }: BranchProps) {
  const { t } = useTranslation()
  const here = all.filter((one) => one.depth === depth && (subject === undefined || one.subject === subject))
  if (here.length === 0) return null
  return (
    <ul className={styles.branch}>
      {here.map((referrer) => (
        <li key={referrer.digest}>
          <div className={styles.referrer}>
            <KindIcon type={referrer.type} />
            <div>
              <strong>{nameOf(referrer)}</strong>{' '}
              {referrer.replaced ? (
                <Tag data-tip={t('artifactPage.referrers.replacedText')}>{t('artifactPage.referrers.replaced')}</Tag>
              ) : null}
              {referrer.platform === null ? null : (
                <span>{t('artifactPage.referrers.of', { platform: platformText(referrer.platform) })}</span>
              )}
              <p className={styles.type}>{referrer.predicates.join(', ') || referrer.artifact_type}</p>
              <p className={styles.digest}>{linkOf(referrer.digest)}</p>
              <p className={styles.facts}>
                <ByteSize bytes={referrer.size} />
                <RelativeTime value={referrer.push_time} />
                {referrer.pushed_by === null ? null : <span>{t('tag.by', { name: referrer.pushed_by })}</span>}
              </p>
            </div>
          </div>
          <Branch subject={referrer.digest} depth={depth + 1} all={all} linkOf={linkOf} />
        </li>
      ))}
    </ul>
  )

  function nameOf({ type, accessory_type: accessory, predicates }: Referrer): string {
    if (accessory === 'signature.notation') return t('artifactPage.referrers.notation')
    if (accessory === 'signature.cosign') return t('artifactPage.referrers.cosign')
    if (type === 'INDEX' || type === 'REFERRERS') return t(`artifactPage.referrers.${type}`)
    const stated = predicates.map((predicate) => predicateName(t, predicate))
    return [kindName(t, type), stated.join(t('artifactPage.referrers.and'))]
      .filter(Boolean)
      .join(t('artifactPage.referrers.states'))
  }
}
