import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Digest } from '../components/digest'
import type { Column } from '../lists/column'
import { ListTable } from '../lists/list-table'
import styles from './artifact-children.module.css'
import { platformText } from './platform-tags'
import type { Artifact } from './repositories.queries'

type ChildReference = NonNullable<Artifact['references']>[number]

interface ArtifactChildrenProps {
  references: ChildReference[]
  onOpen: (digest: string) => void
}

/** The manifests an index points at, one per platform; attestations are named as such. */
export function ArtifactChildren({ references, onOpen }: ArtifactChildrenProps) {
  const { t } = useTranslation()
  const columns = useMemo(
    (): Column<ChildReference>[] => [
      {
        key: 'platform',
        title: t('artifact.platform'),
        cell: ({ platform }) =>
          platform?.os === 'unknown' ? (
            <span className="muted">{t('artifact.attestation')}</span>
          ) : (
            platformText(platform ?? {}) || '–'
          ),
      },
      {
        key: 'digest',
        title: t('tag.digest'),
        cell: ({ child_digest: digest }) => <Digest digest={digest} onOpen={() => onOpen(digest)} />,
      },
    ],
    [t, onOpen],
  )
  if (references.length === 0) return null
  return (
    <section>
      <h3>{t('artifact.children')}</h3>
      <div className={styles.frame}>
        <ListTable label={t('artifact.children')} columns={columns} rowKey="child_digest" rows={references} />
      </div>
    </section>
  )
}
