import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Digest } from '../components/digest'
import { platformText } from './platform-tags'
import type { Artifact } from './repositories.queries'

type ChildReference = NonNullable<Artifact['references']>[number]

/** The manifests an index points at, one per platform; attestations are named as such. */
export function ArtifactChildren({
  references,
  onOpen,
}: {
  references: ChildReference[]
  onOpen: (digest: string) => void
}) {
  const { t } = useTranslation()
  if (references.length === 0) return null
  return (
    <section>
      <h3>{t('artifact.children')}</h3>
      <Table
        size="small"
        aria-label={t('artifact.children')}
        pagination={false}
        rowKey={({ child_digest: digest }) => digest}
        dataSource={references}
        columns={[
          {
            title: t('artifact.platform'),
            render: (_, { platform }) =>
              platform?.os === 'unknown' ? (
                <span className="muted">{t('artifact.attestation')}</span>
              ) : (
                platformText(platform ?? {}) || '–'
              ),
          },
          {
            title: t('tag.digest'),
            render: (_, { child_digest: digest }) => <Digest digest={digest} onOpen={() => onOpen(digest)} />,
          },
        ]}
      />
    </section>
  )
}
