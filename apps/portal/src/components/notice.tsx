import { CheckCircleFilled, CloseOutlined, InfoCircleFilled, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './notice.module.css'

interface NoticeProps {
  readonly tone?: 'info' | 'success' | 'warning' | 'danger'
  readonly onClose?: () => void
  readonly children: ReactNode
}

const icons = { info: InfoCircleFilled, success: CheckCircleFilled, warning: WarningFilled, danger: WarningFilled }

/** A line above the content of every page. Danger is read out at once. */
export function Notice({ tone = 'info', onClose, children }: NoticeProps) {
  const { t } = useTranslation()
  const Icon = icons[tone]
  return (
    <div className={`${styles.notice} ${styles[tone] ?? ''}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <span className={styles.text}>{children}</span>
      {onClose === undefined ? null : (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('actions.close')}
          onClick={onClose}
        />
      )}
    </div>
  )
}
