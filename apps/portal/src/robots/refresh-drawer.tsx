import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../forms/choice-cards'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { OwnSecret } from './own-secret'
import { useRefreshSecret } from './robot-changes.queries'
import type { Robot } from './robots.queries'
import type { ShownSecret } from './secret-drawer'
import { TwoSecrets } from './two-secrets'

const HOUR = 3600
const overlaps = [
  { seconds: 0, label: 'robot.overlap.none', about: 'robot.overlap.noneAbout' },
  { seconds: HOUR, label: 'robot.overlap.hour', about: 'robot.overlap.someAbout' },
  { seconds: 24 * HOUR, label: 'robot.overlap.day', about: 'robot.overlap.someAbout' },
  { seconds: 7 * 24 * HOUR, label: 'robot.overlap.week', about: 'robot.overlap.someAbout' },
] as const

interface RefreshDrawerProps {
  robot: Robot | undefined
  open: boolean
  onClose: () => void
  onSecret: (secret: ShownSecret) => void
}

/** Another secret, and for how long the one before goes on. */
export function RefreshDrawer({ robot, open, onClose, onSecret }: RefreshDrawerProps) {
  const { t } = useTranslation()
  const refresh = useRefreshSecret()
  const submit = ({ overlap, secret: own = '' }: { overlap: number; secret?: string }) => {
    if (robot === undefined) return
    const { id, name } = robot
    refresh.mutate(
      { id, overlap, secret: own },
      {
        // Whoever chose it knows it.
        onSuccess: ({ secret }) => {
          onClose()
          if (secret === undefined) tell(t('robot.changed', { name }))
          else if (overlap === 0) onSecret({ name, secret })
          else onSecret({ name, secret, oldUntil: new Date(Date.now() + overlap * 1000).toISOString() })
        },
      },
    )
  }
  return (
    <FormDrawer
      title={t('robot.refreshOf', { name: robot?.name })}
      open={open}
      onClose={onClose}
      submitLabel={t('robot.refresh')}
      mutation={refresh}
      initialValues={{ overlap: 24 * HOUR }}
      onFinish={submit}
    >
      <TwoSecrets robot={robot} />
      <Form.Item name="overlap" label={t('robot.oldSecret')}>
        <ChoiceCards>
          {overlaps.map(({ seconds, label, about }) => (
            <Radio key={seconds} value={seconds}>
              <strong>{t(label)}</strong>
              <span>{t(about)}</span>
            </Radio>
          ))}
        </ChoiceCards>
      </Form.Item>
      <OwnSecret />
    </FormDrawer>
  )
}
