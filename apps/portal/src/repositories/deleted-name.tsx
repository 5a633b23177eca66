import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './deleted-name.module.css'
import type { Deleted } from './deleted.queries'

/** A tag by its name, an artifact by the tags that went with it. */
export function DeletedName({ item }: { item: Deleted }) {
  const { t } = useTranslation()
  if (item.name !== null) return <span className="strong-name">{item.name}</span>
  if (item.tags.length + item.taken_tags.length === 0) return <span className="muted">{t('deletedList.untagged')}</span>
  return (
    <span className={styles.tags}>
      {item.tags.map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
      {item.taken_tags.map((tag) => (
        <Tag key={tag} className={styles.taken ?? ''} data-tip={t('deleted.taken', { names: tag })}>
          {tag}
        </Tag>
      ))}
    </span>
  )
}
