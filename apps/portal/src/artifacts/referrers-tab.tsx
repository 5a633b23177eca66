import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ByteSize } from '../components/byte-size'
import { EmptyState } from '../components/empty-state'
import { RelativeTime } from '../components/relative-time'
import { ErrorPanel } from '../errors/error-panel'
import { kindName } from '../repositories/kind-name'
import { type ArtifactPlace, type Referrer, referrersQuery } from './artifacts.queries'
import { KindIcon } from './kind-icon'
import styles from './referrers-tab.module.css'

interface ReferrersTabProps {
  place: ArtifactPlace
  linkOf: (digest: string) => ReactNode
}

const PREDICATES = ['dev.sigstore.bundle.predicateType', 'predicateType', 'in-toto.io/predicate-type']

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
              <strong>{signedBy(referrer) ?? kindName(t, referrer.type)}</strong>
              <p className={styles.type}>{predicateOf(referrer) ?? referrer.artifact_type}</p>
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

  function signedBy({ accessory_type: type }: Referrer): string | undefined {
    if (type === 'signature.notation') return t('artifactPage.referrers.notation')
    return type === 'signature.cosign' ? t('artifactPage.referrers.cosign') : undefined
  }
}

/** What an attestation states, by its own word for it. */
function predicateOf({ type, annotations }: Referrer): string | undefined {
  if (type !== 'ATTESTATION') return undefined
  return PREDICATES.map((key) => annotations?.[key]).find((value) => value !== undefined)
}
