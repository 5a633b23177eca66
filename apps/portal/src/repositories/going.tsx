import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { shortDigest } from '../components/digest'
import styles from './bulk-bar.module.css'

export interface GoingArtifact {
  digest: string
  size: number
  /** Tags that go. */
  tags: readonly string[]
  /** Tags that stay, and keep the artifact. */
  others: readonly string[]
  /** Whether the artifact itself is deleted, and not only its tags. */
  isDeleted: boolean
}

/** What a deletion takes: tags, images that no tag names any more, and what stays by other tags. */
export function Going({ artifacts }: { artifacts: readonly GoingArtifact[] }) {
  const { t, i18n } = useTranslation()
  const kept = artifacts.filter(({ others }) => others.length > 0)
  const nameless = artifacts.filter(({ others, isDeleted }) => others.length === 0 && !isDeleted)
  const deleted = artifacts.filter(({ isDeleted }) => isDeleted)
  const bytes = (some: readonly GoingArtifact[]) =>
    formatBytes(
      some.reduce((sum, { size }) => sum + size, 0),
      i18n.language,
    )
  return (
    <>
      <ul className={styles.going}>
        {artifacts.flatMap(({ digest, tags }) =>
          (tags.length > 0 ? tags : [shortDigest(digest)]).map((name) => (
            <li key={name}>
              <Tag>{name}</Tag>
            </li>
          )),
        )}
      </ul>
      {deleted.length > 0 ? <p>{t('bulk.going', { count: deleted.length, size: bytes(deleted) })}</p> : null}
      {nameless.length > 0 ? <p>{t('bulk.nameless', { count: nameless.length, size: bytes(nameless) })}</p> : null}
      {kept.length > 0 ? <p>{t('bulk.kept', { count: kept.length })}</p> : null}
      <p>{t('bulk.wayBack')}</p>
    </>
  )
}
