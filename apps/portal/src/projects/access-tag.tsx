import { GlobalOutlined, LockOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './access-tag.module.css'

export function AccessTag({ isPublic }: { isPublic: boolean }) {
  const { t } = useTranslation()
  return (
    <Tag className={styles.tag ?? ''} icon={isPublic ? <GlobalOutlined aria-hidden /> : <LockOutlined aria-hidden />}>
      {isPublic ? t('project.public') : t('project.private')}
    </Tag>
  )
}
