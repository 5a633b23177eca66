import { useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { RelativeTime } from '../components/relative-time'
import { shellWord } from '../components/shell-word'
import { ShownOnce } from '../forms/shown-once'
import { useRegistryHost } from '../session/session.queries'

export interface ShownSecret {
  readonly name: string
  readonly secret: string
  /** Until when the one before it signs in as well. */
  readonly oldUntil?: string
}

interface SecretDrawerProps {
  secret: ShownSecret
  open: boolean
  onClose: () => void
}

export function SecretDrawer({ secret, open, onClose }: SecretDrawerProps) {
  const { t } = useTranslation()
  const host = useRegistryHost()
  const { name, secret: text, oldUntil } = secret
  return (
    <ShownOnce
      title={t('robot.secretTitle', { name })}
      warning={t('robot.secretOnce')}
      keptLabel={t('robot.secretDone')}
      file={{
        name: `${name.replaceAll(/[^\w.-]+/g, '-')}.json`,
        type: 'application/json',
        // As Harbor's portal gives it: what reads that file reads this one.
        content: JSON.stringify({ name, secret: text }, null, 2),
        label: t('robot.secretFile'),
      }}
      open={open}
      onClose={onClose}
    >
      <CommandLine text={name} label={t('robot.signInName')} />
      <CommandLine text={text} label={t('robot.secret')} />
      {oldUntil === undefined ? null : (
        <p>
          {t('robot.oldWorks')} <RelativeTime value={oldUntil} ahead />
        </p>
      )}
      <p className="hint">{t('robot.secretUse')}</p>
      <CommandLine text={`docker login ${host} -u ${shellWord(name)}`} />
    </ShownOnce>
  )
}
