import { offered } from '@berth/rbac'
import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { RightsMatrix } from '../rights/rights-matrix'
import { useRights } from '../session/rights.queries'

const PULL = ['repository:pull']
const PUSH = [...PULL, 'repository:push']

/** Each right by itself, where that was chosen. Of the system, those that the reader holds. */
export function TokenRights() {
  const { t } = useTranslation()
  const { may } = useRights('system')
  const access = Form.useWatch<string | undefined>('access')
  if (access !== 'chosen') return null
  const inSystem = offered.system.filter(may)
  const presets = [
    { label: t('tokens.presetPull'), permissions: PULL },
    { label: t('tokens.presetPush'), permissions: PUSH },
  ]
  return (
    <>
      <Form.Item
        name="permissions"
        label={t('tokens.rightsInProjects')}
        initialValue={PULL}
        dependencies={['system']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, permissions: string[] = []) => {
              const system: string[] = getFieldValue('system') ?? []
              const isEmpty = permissions.length + system.length === 0
              return isEmpty ? Promise.reject(new Error(t('tokens.rightsNeeded'))) : Promise.resolve()
            },
          }),
        ]}
      >
        <RightsMatrix label={t('tokens.rightsInProjects')} options={offered.project} presets={presets} />
      </Form.Item>
      {inSystem.length === 0 ? null : (
        <Form.Item name="system" label={t('tokens.rightsInSystem')}>
          <RightsMatrix label={t('tokens.rightsInSystem')} options={inSystem} />
        </Form.Item>
      )}
    </>
  )
}
