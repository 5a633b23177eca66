import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import styles from './bulk-bar.module.css'

export interface GoingArtifact {
  digest: string
  size: number
  /** Tags that go. */
  tags: readonly string[]
  /** Tags that stay, and keep the artifact. */
  others: readonly string[]
}

interface GoingProps {
  artifacts: readonly GoingArtifact[]
  /** Whether the tags can be brought back; absent where the reader may not. */
  wayBack: string | undefined
}

/** What the deletion of tags takes: them, and images that no tag names any more. And what stays by other tags. */
export function Going({ artifacts, wayBack }: GoingProps) {
  const { t, i18n } = useTranslation()
  const kept = artifacts.filter(({ others }) => others.length > 0)
  const nameless = artifacts.filter(({ others }) => others.length === 0)
  const bytes = (some: readonly GoingArtifact[]) =>
    formatBytes(
      some.reduce((sum, { size }) => sum + size, 0),
      i18n.language,
    )
  return (
    <>
      <ul className={styles.going}>
        {artifacts.flatMap(({ tags }) =>
          tags.map((name) => (
            <li key={name}>
              <Tag>{name}</Tag>
            </li>
          )),
        )}
      </ul>
      {nameless.length > 0 ? <p>{t('bulk.nameless', { count: nameless.length, size: bytes(nameless) })}</p> : null}
      {kept.length > 0 ? <p>{t('bulk.kept', { count: kept.length })}</p> : null}
      <p>{t('bulk.rules')}</p>
      {wayBack === undefined ? null : <p>{wayBack}</p>}
    </>
  )
}
