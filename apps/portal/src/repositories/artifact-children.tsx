import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ByteSize } from '../components/byte-size'
import { Digest } from '../components/digest'
import type { Column } from '../lists/column'
import { OnNarrow } from '../lists/columns'
import { ListTable } from '../lists/list-table'
import styles from './artifact-children.module.css'
import { platformText } from './platform-tags'
import type { Artifact } from './repositories.queries'

type ChildReference = NonNullable<Artifact['references']>[number]

interface ArtifactChildrenProps {
  references: ChildReference[]
  onOpen: (digest: string) => void
}

/** What builders say of how an image was made lies beside it under the platform "unknown". */
const isAttestation = ({ platform }: ChildReference) => platform?.os === 'unknown'

/** The manifests an index points at, one per platform; attestations are folded away. */
export function ArtifactChildren({ references, onOpen }: ArtifactChildrenProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const columns = useMemo(
    (): Column<ChildReference>[] => [
      {
        key: 'platform',
        title: t('artifact.platform'),
        cell: (reference) => (
          <>
            {isAttestation(reference) ? (
              <span className="muted">{t('artifact.attestation')}</span>
            ) : (
              platformText(reference.platform ?? {}) || '–'
            )}
            <OnNarrow below="sm">
              <div>
                <Digest digest={reference.child_digest} onOpen={() => onOpen(reference.child_digest)} />
              </div>
            </OnNarrow>
          </>
        ),
      },
      {
        key: 'digest',
        title: t('tag.digest'),
        from: 'sm',
        cell: ({ child_digest: digest }) => <Digest digest={digest} onOpen={() => onOpen(digest)} />,
      },
      {
        key: 'size',
        title: t('tag.size'),
        align: 'end',
        cell: ({ size }) => (typeof size === 'number' ? <ByteSize bytes={size} /> : <span className="muted">–</span>),
      },
    ],
    [t, onOpen],
  )
  if (references.length === 0) return null
  const platforms = references.filter((reference) => !isAttestation(reference))
  const folded = references.length - platforms.length
  const rows = all ? [...platforms, ...references.filter(isAttestation)] : platforms
  return (
    <section>
      <h3>{t('artifact.children')}</h3>
      <div className={styles.frame}>
        <ListTable label={t('artifact.children')} columns={columns} rowKey="child_digest" rows={rows} />
      </div>
      {folded === 0 ? null : (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t('artifact.attestationsFold') : t('artifact.attestationsAll', { count: folded })}
        </Button>
      )}
    </section>
  )
}
