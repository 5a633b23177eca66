import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../forms/form-drawer'
import { CodeField, OwnPasswordField } from './proof-fields'
import { CodesDrawer } from './codes-drawer'
import { type FactorProof, useDisableSecondFactor, useRenewRecoveryCodes } from './security-changes.queries'

interface DrawerProps {
  open: boolean
  onClose: () => void
}

export function DisableDrawer({ open, onClose, onDone }: DrawerProps & { onDone: () => void }) {
  const { t } = useTranslation()
  const disable = useDisableSecondFactor()
  return (
    <FormDrawer<FactorProof>
      title={t('factor.disableTitle')}
      open={open}
      onClose={onClose}
      submitLabel={t('factor.disable')}
      mutation={disable}
      onFinish={(proof) => disable.mutate(proof, { onSuccess: onDone })}
    >
      <OwnPasswordField />
      <CodeField label={t('factor.codeOrRecovery')} />
    </FormDrawer>
  )
}

export function RenewCodesDrawer({ open, onClose }: DrawerProps) {
  const { t } = useTranslation()
  const renew = useRenewRecoveryCodes()
  if (renew.data !== undefined)
    return (
      <CodesDrawer
        open={open}
        codes={renew.data.recovery_codes}
        onClose={() => {
          onClose()
          renew.reset()
        }}
      />
    )
  return (
    <FormDrawer<FactorProof>
      title={t('factor.renewTitle')}
      open={open}
      onClose={onClose}
      submitLabel={t('factor.renew')}
      mutation={renew}
      onFinish={(proof) => renew.mutate(proof)}
    >
      <p>{t('factor.renewText')}</p>
      <OwnPasswordField />
      <CodeField label={t('factor.codeOrRecovery')} />
    </FormDrawer>
  )
}
