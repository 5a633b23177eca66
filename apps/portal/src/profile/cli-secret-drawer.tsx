import { passwordFault } from '@berth/contracts'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../forms/form-drawer'
import { must } from '../forms/rules'
import { useSignedInUser } from '../session/session.queries'
import { useSetCliSecret } from './account.queries'
import { SecretDrawer } from './secret-drawer'

interface CliSecretDrawerProps {
  open: boolean
  onClose: () => void
  title: string
  /** Whether there is one, which is worth nothing from then on. */
  replaces: boolean
}

export function CliSecretDrawer({ open, onClose, title, replaces }: CliSecretDrawerProps) {
  const { t } = useTranslation()
  const set = useSetCliSecret(useSignedInUser().id)
  if (set.data !== undefined)
    return (
      <SecretDrawer
        open={open}
        title={t('cliSecret.title')}
        label={t('cliSecret.title')}
        secret={set.data}
        onClose={() => {
          onClose()
          set.reset()
        }}
      />
    )
  return (
    <FormDrawer<{ secret?: string }>
      title={title}
      open={open}
      onClose={onClose}
      submitLabel={title}
      mutation={set}
      onFinish={({ secret = '' }) => set.mutate(secret)}
    >
      {replaces ? <p>{t('cliSecret.replaceText')}</p> : null}
      <Form.Item
        name="secret"
        label={t('cliSecret.own')}
        extra={`${t('cliSecret.ownHint')} ${t('password.rule')}`}
        rules={[must((secret) => passwordFault(secret) === undefined, t('password.weak'))]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormDrawer>
  )
}
