import { DownloadOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { Notice } from '../components/notice'

export interface ShownSecret {
  readonly name: string
  readonly secret: string
}

interface SecretDialogProps {
  secret: ShownSecret
  open: boolean
  onClose: () => void
}

/** As the file that Harbor's portal gives: what reads those reads this one. */
const fileOf = (secret: ShownSecret) =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(secret, null, 2))}`

/** The secret, this once. It closes by its button alone, so that nobody loses it by a click beside. */
export function SecretDialog({ secret, open, onClose }: SecretDialogProps) {
  const { t } = useTranslation()
  const { name, secret: text } = secret
  return (
    <Modal
      title={t('robot.secretTitle', { name })}
      open={open}
      onCancel={onClose}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button
          key="file"
          icon={<DownloadOutlined aria-hidden />}
          href={fileOf(secret)}
          download={`${name.replaceAll(/[^\w.-]+/g, '-')}.json`}
        >
          {t('robot.secretFile')}
        </Button>,
        <Button key="done" type="primary" onClick={onClose}>
          {t('robot.secretDone')}
        </Button>,
      ]}
    >
      <Notice tone="warning">{t('robot.secretOnce')}</Notice>
      <CommandLine text={name} label={t('robot.signInName')} />
      <CommandLine text={text} label={t('robot.secret')} />
      <p className="hint">{t('robot.secretUse')}</p>
      <CommandLine text={`docker login -u '${name}' --password-stdin ${window.location.host}`} />
    </Modal>
  )
}
