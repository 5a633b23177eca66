import { type WebhookEventType, webhookEventTypes, type WebhookKind } from '@berth/contracts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Webhook } from './webhooks.queries'

/** What webhooks are told of, of which kind they are, and how they fare, in words. */
export function useWebhookWords() {
  const { t } = useTranslation()
  return useMemo(() => {
    const isKnown = (type: string): type is WebhookEventType => webhookEventTypes.some((known) => known === type)
    return {
      /** A type of a newer server stands as it is. */
      event: (type: string) => (isKnown(type) ? t(`webhook.types.${type}`) : type),
      kind: (kind: WebhookKind) => t(`webhook.kinds.${kind}`),
      state: ({ enabled, failures }: Webhook): { color: 'default' | 'warning' | 'success'; text: string } => {
        if (!enabled) return { color: 'default', text: t('webhook.off') }
        if (failures > 0) return { color: 'warning', text: t('webhook.failing') }
        return { color: 'success', text: t('webhook.on') }
      },
    }
  }, [t])
}
