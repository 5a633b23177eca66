import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './copy-button.module.css'
import { copyText } from './copy-text'
import { feedback } from './feedback'

interface CopyButtonProps {
  text: string
  /** Says what is copied, for example "Copy the digest". */
  label: string
  /** As large as the buttons beside it. */
  size?: 'small' | 'middle'
  /** The key that presses it. */
  shortcut?: string | undefined
}

export function CopyButton({ text, label, size = 'small', shortcut }: CopyButtonProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), 1600)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = () => {
    copyText(text).then(
      () => setCopied(true),
      () => void feedback().then(({ message }) => message.error(t('copy.failed'))),
    )
  }

  return (
    <Button
      type="text"
      size={size}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      data-tip={copied ? t('copy.done') : label}
      icon={copied ? <CheckOutlined className={styles.copied ?? ''} aria-hidden /> : <CopyOutlined aria-hidden />}
      onClick={(event) => {
        event.stopPropagation()
        copy()
      }}
    />
  )
}
