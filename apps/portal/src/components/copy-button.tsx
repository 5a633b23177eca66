import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { App, Button, Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from './copy-text'

interface CopyButtonProps {
  text: string
  /** Says what is copied, for example "Copy the digest". */
  label: string
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), 1600)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = () => {
    copyText(text).then(
      () => setCopied(true),
      () => void message.error(t('copy.failed')),
    )
  }

  return (
    <Tooltip title={copied ? t('copy.done') : label}>
      <Button
        type="text"
        size="small"
        className="copy-button"
        aria-label={label}
        icon={copied ? <CheckOutlined className="copied" aria-hidden /> : <CopyOutlined aria-hidden />}
        onClick={(event) => {
          event.stopPropagation()
          copy()
        }}
      />
    </Tooltip>
  )
}
