import { MoreOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { MenuButton } from '../components/menu-button'
import { useErrorNotice } from '../errors/use-error-notice'
import type { Column } from '../lists/column'
import { actionsColumn, CellStack, nameColumn, Small, timeColumn } from '../lists/columns'
import { RunStatus } from '../runs/run-status'
import { useRights } from '../session/rights.queries'
import { useWebhookWords } from './use-webhook-words'
import { type Delivery, useRedeliver, type Webhook } from './webhooks.queries'

export function useDeliveryColumns(project: string, webhook: Webhook, onLog: (id: number) => void): Column<Delivery>[] {
  const { t } = useTranslation()
  const words = useWebhookWords()
  const { may } = useRights({ project })
  const { mutate: redeliver } = useRedeliver(project, webhook.id)
  const onError = useErrorNotice()
  const mayRepeat = may('notification-policy:update') && webhook.enabled

  return useMemo(
    () => [
      nameColumn<Delivery>({
        key: 'type',
        title: t('webhook.event'),
        cell: ({ extra_attrs: { type, operator } }) => (
          <>
            {words.event(type)}
            <Small>{operator}</Small>
          </>
        ),
      }),
      {
        key: 'status',
        title: t('webhook.status'),
        cell: ({ status, status_message: message }) => (
          <CellStack>
            <RunStatus status={status} />
            {message ? <Small wraps>{message}</Small> : null}
          </CellStack>
        ),
      },
      {
        key: 'attempts',
        title: t('webhook.attempts'),
        from: 'md',
        align: 'end',
        cell: ({ extra_attrs: { attempts } }) => attempts,
      },
      timeColumn<Delivery>({ key: 'id', title: t('webhook.time'), from: 'sm', value: ({ start_time: time }) => time }),
      actionsColumn<Delivery>(t, ({ id }) => (
        <MenuButton
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={t('actions.of', { name: `#${id}` })}
          menu={{
            items: [
              { key: 'log', label: t('webhook.log'), onClick: () => onLog(id) },
              ...(mayRepeat
                ? [
                    {
                      key: 'repeat',
                      label: t('webhook.redeliver'),
                      onClick: () => redeliver(id, { onSuccess: () => tell(t('webhook.redelivered')), onError }),
                    },
                  ]
                : []),
            ],
          }}
        />
      )),
    ],
    [t, words, mayRepeat, redeliver, onError, onLog],
  )
}
