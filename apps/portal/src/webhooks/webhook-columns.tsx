import { MoreOutlined } from '@ant-design/icons'
import { webhookEventTypes } from '@berth/contracts'
import { Button, Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../components/menu-button'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, CellStack, nameColumn, OnNarrow, Small } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import { useWebhookWords } from './use-webhook-words'
import { switched } from './webhook-form'
import { useDeleteWebhook, useSaveWebhook, type Webhook } from './webhooks.queries'

export function useWebhookColumns(
  project: string,
  onChange: (opened: { webhook: Webhook }) => void,
  onShow: (webhook: Webhook) => void,
): Column<Webhook>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const words = useWebhookWords()
  const { may } = useRights({ project })
  const { mutateAsync: remove } = useDeleteWebhook(project)
  const { mutateAsync: save } = useSaveWebhook(project)
  const [mayUpdate, mayDelete] = [may('notification-policy:update'), may('notification-policy:delete')]

  return useMemo(() => {
    const confirmSwitch = (webhook: Webhook) =>
      void confirm({
        title: t(webhook.enabled ? 'webhook.switchOffTitle' : 'webhook.switchOnTitle', { name: webhook.name }),
        content: webhook.enabled ? t('webhook.switchOffText') : t('webhook.switchOnText'),
        okText: webhook.enabled ? t('webhook.switchOff') : t('webhook.switchOn'),
        danger: webhook.enabled,
        run: () => save({ id: webhook.id, given: switched(webhook, webhookEventTypes) }),
        done: t('webhook.saved'),
      })
    const confirmDelete = ({ id, name }: Webhook) =>
      void confirm({
        title: t('webhook.deleteTitle', { name }),
        content: t('webhook.deleteText'),
        okText: t('webhook.delete'),
        run: () => remove(id),
        done: t('webhook.deleted'),
      })
    const actions = (webhook: Webhook) => [
      { key: 'deliveries', label: t('webhook.deliveries'), onClick: () => onShow(webhook) },
      ...(mayUpdate
        ? [
            { key: 'change', label: t('webhook.change'), onClick: () => onChange({ webhook }) },
            {
              key: 'switch',
              label: webhook.enabled ? t('webhook.switchOff') : t('webhook.switchOn'),
              onClick: () => confirmSwitch(webhook),
            },
          ]
        : []),
      ...(mayDelete
        ? [{ key: 'delete', danger: true, label: t('webhook.delete'), onClick: () => confirmDelete(webhook) }]
        : []),
    ]
    const addressOf = ({ targets: [target] }: Webhook) => target?.address ?? ''
    const state = (webhook: Webhook) => {
      const { color, text } = words.state(webhook)
      return (
        <CellStack sub={webhook.waiting === 0 ? undefined : t('webhook.waiting', { count: webhook.waiting })}>
          <Tag color={color}>{text}</Tag>
        </CellStack>
      )
    }
    return [
      nameColumn<Webhook>({
        key: 'name',
        title: t('webhook.name'),
        cell: (webhook) => (
          <>
            <Button type="link" size="small" className="strong-link" onClick={() => onShow(webhook)}>
              {webhook.name}
            </Button>
            <OnNarrow>
              <Small>{addressOf(webhook)}</Small>
            </OnNarrow>
            <OnNarrow below="sm">{state(webhook)}</OnNarrow>
          </>
        ),
      }),
      {
        key: 'target',
        title: t('webhook.target'),
        from: 'md',
        cell: (webhook) => (
          <CellStack sub={addressOf(webhook)}>{words.kind(webhook.targets[0]?.type ?? 'http')}</CellStack>
        ),
      },
      {
        key: 'events',
        title: t('webhook.events'),
        from: 'xl',
        cell: ({ event_types: types }) => types.map(words.event).join(t('rights.comma')),
      },
      { key: 'state', title: t('webhook.state'), from: 'sm', cell: state },
      actionsColumn<Webhook>(t, (webhook) => (
        <MenuButton
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={t('actions.of', { name: webhook.name })}
          menu={{ items: actions(webhook) }}
        />
      )),
    ]
  }, [t, confirm, words, mayUpdate, mayDelete, remove, save, onChange, onShow])
}
