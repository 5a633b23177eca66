import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { useSignedInUser } from '../session/session.queries'
import styles from './codes-drawer.module.css'

interface CodesDrawerProps {
  open: boolean
  codes: readonly string[]
  onClose: () => void
}

/** Recovery codes, the only time that anybody sees them: it closes when the reader says that they are kept. */
export function CodesDrawer({ open, codes, onClose }: CodesDrawerProps) {
  const { t } = useTranslation()
  const { username } = useSignedInUser()
  const text = codes.join('\n')
  return (
    <Drawer
      title={t('factor.codesTitle')}
      open={open}
      size={440}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <div className={styles.footer}>
          <Button type="primary" onClick={onClose}>
            {t('factor.kept')}
          </Button>
        </div>
      }
    >
      <div className="form-problem">
        <Alert type="warning" showIcon title={t('factor.codesText')} />
      </div>
      <CommandLine text={text} label={t('factor.codes')} />
      <Button
        className={styles.save ?? ''}
        icon={<DownloadOutlined aria-hidden />}
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
        download={`berth-recovery-codes-${username}.txt`}
      >
        {t('factor.save')}
      </Button>
    </Drawer>
  )
}
