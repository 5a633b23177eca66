import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import styles from './shown-once.module.css'
import { useBackCloses } from '../components/use-back-closes'

interface ShownOnceProps {
  title: string
  /** Says that this is the only time. */
  warning: string
  /** The reader's word that it is kept. */
  keptLabel: string
  /** The same as a file. */
  file?: { name: string; type: string; content: string; label: string }
  open: boolean
  onClose: () => void
  children: ReactNode
}

const stay = () => undefined

/** A secret, the only time that anybody sees it: it closes by its button alone, so that neither a slip of the mouse nor Back loses it. */
export function ShownOnce({ title, warning, keptLabel, file, open, onClose, children }: ShownOnceProps) {
  useBackCloses(open, stay, true)
  return (
    <Drawer
      title={title}
      open={open}
      size={440}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <div className={styles.footer}>
          {file === undefined ? null : (
            <Button
              icon={<DownloadOutlined aria-hidden />}
              href={`data:${file.type};charset=utf-8,${encodeURIComponent(file.content)}`}
              download={file.name}
            >
              {file.label}
            </Button>
          )}
          <Button type="primary" onClick={onClose}>
            {keptLabel}
          </Button>
        </div>
      }
    >
      <div className="form-problem">
        <Alert type="warning" showIcon title={warning} />
      </div>
      {children}
    </Drawer>
  )
}
