import { CloudDownloadOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './access-tag.module.css'

/** Marks a project whose content comes from another registry. */
export function ProxyTag({ registryId }: { registryId: number }) {
  const { t } = useTranslation()
  if (registryId === 0) return null
  return (
    <Tag className={styles.tag ?? ''} icon={<CloudDownloadOutlined aria-hidden />}>
      {t('project.proxy')}
    </Tag>
  )
}
