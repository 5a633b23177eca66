import { InfoCircleFilled, WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface NoticeProps {
  readonly tone?: 'info' | 'warning' | 'danger'
  readonly children: ReactNode
}

/** A line above the content of every page. Danger is read out at once. */
export function Notice({ tone = 'info', children }: NoticeProps) {
  const Icon = tone === 'info' ? InfoCircleFilled : WarningFilled
  return (
    <p className={`${styles.notice} ${styles[tone] ?? ''}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <span>{children}</span>
    </p>
  )
}
