import type { WebhookMessage } from './message.js'

/** Characters of what is shown of the event's data. */
const MOST = 8_000

/** Plain: a `TextBlock` would read Markdown, and so links, in what names hold. */
const plain = (text: string, more: object = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...more }],
})

/** A card for a channel of Microsoft Teams. */
export function teamsBody({ type, occur_at, operator, event_data }: WebhookMessage): unknown {
  const data = JSON.stringify(event_data, undefined, 2)
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            plain(type, { weight: 'Bolder', size: 'Medium' }),
            plain(`${new Date(occur_at * 1000).toISOString()} · ${operator}`, { isSubtle: true }),
            plain(data.length > MOST ? `${data.slice(0, MOST).toWellFormed()}…` : data, { fontType: 'Monospace' }),
          ],
        },
      },
    ],
  }
}
