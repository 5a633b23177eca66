import { useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { ShownOnce } from '../forms/shown-once'
import { useSignedInUser } from '../session/session.queries'

interface CodesDrawerProps {
  open: boolean
  codes: readonly string[]
  onClose: () => void
}

export function CodesDrawer({ open, codes, onClose }: CodesDrawerProps) {
  const { t } = useTranslation()
  const { username } = useSignedInUser()
  const text = codes.join('\n')
  return (
    <ShownOnce
      title={t('factor.codesTitle')}
      warning={t('factor.codesText')}
      keptLabel={t('factor.kept')}
      file={{
        name: `berth-recovery-codes-${username}.txt`,
        type: 'text/plain',
        content: `${text}\n`,
        label: t('factor.save'),
      }}
      open={open}
      onClose={onClose}
    >
      <CommandLine text={text} label={t('factor.codes')} />
    </ShownOnce>
  )
}
