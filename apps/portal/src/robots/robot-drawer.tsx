import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { robotNameRules } from '../forms/rules'
import { OwnSecret } from './own-secret'
import { RightsFields } from './rights-fields'
import { changesOf, completed, formOf, rightsOf, type RobotForm } from './robot-form'
import { givableQuery, useCreateRobot, useUpdateRobot } from './robot-changes.queries'
import type { Robot, RobotOwner } from './robots.queries'
import type { ShownSecret } from './secret-drawer'
import { TrustFields } from './trust-fields'
import { TwoSecrets } from './two-secrets'

const MAX_DAYS = 36_500

interface RobotDrawerProps {
  owner: RobotOwner
  /** The one to change; undefined: a new one. */
  robot: Robot | undefined
  open: boolean
  onClose: () => void
  onSecret: (secret: ShownSecret) => void
}

/** A new robot, or one that is there: what it is for, how long it lives, and what it may do. */
export function RobotDrawer({ owner, robot, open, onClose, onSecret }: RobotDrawerProps) {
  const { t } = useTranslation()
  const { data: givable } = useQuery(givableQuery)
  const create = useCreateRobot()
  const update = useUpdateRobot()

  const submit = (given: RobotForm) => {
    const form = completed(owner, robot, given)
    if (robot !== undefined) {
      update.mutate(
        { id: robot.id, ...changesOf(form) },
        {
          onSuccess: () => {
            tell(t('robot.changed', { name: robot.name }))
            onClose()
          },
        },
      )
      return
    }
    create.mutate(
      {
        name: form.name,
        level: owner === 'system' ? 'system' : 'project',
        disable: false,
        ...changesOf(form),
        ...(form.secret && { secret: form.secret }),
      },
      {
        onSuccess: ({ name, secret }) => {
          tell(t('robot.created', { name }))
          onClose()
          if (secret !== undefined) onSecret({ name, secret })
        },
      },
    )
  }

  return (
    <FormDrawer<RobotForm>
      title={robot === undefined ? t('robot.create') : t('robot.editOf', { name: robot.name })}
      open={open}
      onClose={onClose}
      size={680}
      submitLabel={robot === undefined ? t('actions.create') : t('actions.save')}
      mutation={robot === undefined ? create : update}
      initialValues={formOf(owner, robot)}
      onFinish={submit}
    >
      {robot === undefined ? (
        <Form.Item name="name" label={t('robot.name')} rules={robotNameRules(t)}>
          <Input autoFocus autoComplete="off" maxLength={255} />
        </Form.Item>
      ) : null}
      <Form.Item name="description" label={t('robot.description')}>
        <Input autoComplete="off" maxLength={1024} />
      </Form.Item>
      <Life isNew={robot === undefined} />
      <TwoSecrets robot={robot} />
      {robot === undefined ? <OwnSecret /> : null}
      {givable === undefined ? null : <RightsFields owner={owner} givable={givable} />}
      <Form.Item
        name="hasRights"
        dependencies={['places', 'system']}
        rules={[
          ({ getFieldsValue }) => ({
            validator: () => {
              const { places = [], system = [] }: Partial<RobotForm> = getFieldsValue(true)
              const isEmpty = rightsOf({ places, system }).length === 0
              return isEmpty ? Promise.reject(new Error(t('robot.rightsNeeded'))) : Promise.resolve()
            },
          }),
        ]}
      >
        <span />
      </Form.Item>
      <TrustFields />
    </FormDrawer>
  )
}

function Life({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation()
  const isForEver = Form.useWatch<boolean>('isForEver')
  return (
    <Form.Item label={t('robot.life')} {...(isNew ? {} : { extra: t('robot.daysFrom') })}>
      <Form.Item
        name="days"
        noStyle
        rules={
          isForEver ? [] : [{ required: true, type: 'integer', min: 1, max: MAX_DAYS, message: t('robot.daysRule') }]
        }
      >
        <InputNumber
          aria-label={t('robot.life')}
          disabled={isForEver}
          min={1}
          max={MAX_DAYS}
          suffix={t('robot.days')}
        />
      </Form.Item>{' '}
      <Form.Item name="isForEver" valuePropName="checked" noStyle>
        <Checkbox>{t('robot.forEver')}</Checkbox>
      </Form.Item>
    </Form.Item>
  )
}
