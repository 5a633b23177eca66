import type { components } from '@berth/api-client'
import { Alert, Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { onDemand } from '../components/on-demand'
import { Panel } from '../components/panel'
import { RelativeTime } from '../components/relative-time'
import styles from './security-page.module.css'

const FEW_CODES = 3
const SetUpDrawer = onDemand(async () => (await import('./set-up-drawer')).SetUpDrawer)
const DisableDrawer = onDemand(async () => (await import('./proof-drawers')).DisableDrawer)
const RenewCodesDrawer = onDemand(async () => (await import('./proof-drawers')).RenewCodesDrawer)

/** Whether the second factor is on, and what can be done about it. */
export function SecondFactorCard({ factor }: { factor: components['schemas']['SecondFactor'] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'set up' | 'disable' | 'renew'>()
  const close = () => setOpen(undefined)
  const { enabled, recovery_codes_left: left } = factor
  return (
    <Panel
      title={t('factor.title')}
      actions={
        enabled ? (
          <>
            <Button onClick={() => setOpen('renew')}>{t('factor.renew')}</Button>
            <Button danger onClick={() => setOpen('disable')}>
              {t('factor.disable')}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={() => setOpen('set up')}>
            {t('factor.setUp')}
          </Button>
        )
      }
    >
      {factor.removed_time === undefined ? null : (
        <div className="form-problem">
          <Alert
            type="warning"
            showIcon
            title={
              <>
                {t('factor.removed')} <RelativeTime value={factor.removed_time} />
              </>
            }
            description={t('factor.removedText')}
          />
        </div>
      )}
      <p className={styles.lead}>
        <Tag color={enabled ? 'success' : 'default'}>{enabled ? t('factor.on') : t('factor.off')}</Tag>{' '}
        {enabled ? t('factor.onText') : t('factor.offText')}
      </p>
      {enabled ? (
        <p className={styles.lead}>
          {t('factor.since')} <RelativeTime value={factor.enabled_time} /> · {t('factor.left', { count: left })}
        </p>
      ) : null}
      {enabled && left <= FEW_CODES ? <Alert type="warning" showIcon title={t('factor.few')} /> : null}
      <SetUpDrawer open={open === 'set up'} onClose={close} />
      <DisableDrawer
        open={open === 'disable'}
        onClose={close}
        onDone={() => {
          close()
          tell(t('factor.disabled'))
        }}
      />
      <RenewCodesDrawer open={open === 'renew'} onClose={close} />
    </Panel>
  )
}
