import { useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { shellWord } from '../components/shell-word'
import { ShownOnce } from '../forms/shown-once'
import { useRegistryHost, useSignedInUser } from '../session/session.queries'

interface SecretDrawerProps {
  open: boolean
  title: string
  secret: string
  /** Names the secret for the copy button. */
  label: string
  onClose: () => void
}

export function SecretDrawer({ open, title, secret, label, onClose }: SecretDrawerProps) {
  const { t } = useTranslation()
  const host = useRegistryHost()
  const { username } = useSignedInUser()
  return (
    <ShownOnce title={title} warning={t('tokens.once')} keptLabel={t('tokens.kept')} open={open} onClose={onClose}>
      <CommandLine text={secret} label={label} />
      <p>{t('tokens.use')}</p>
      <CommandLine text={`docker login ${host} -u ${shellWord(username)}`} />
    </ShownOnce>
  )
}
