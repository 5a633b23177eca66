import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './command-palette.module.css'
import { PaletteBox } from './palette-box'
import { useBackCloses } from '../components/use-back-closes'

export function PaletteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  useBackCloses(open, onClose)
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={600}
      className={styles.palette ?? ''}
      style={{ top: '12vh' }}
      title={t('palette.title')}
      styles={{ header: { display: 'none' } }}
    >
      <PaletteBox onDone={onClose} />
    </Modal>
  )
}
