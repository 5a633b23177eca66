import type { WebhookMessage } from './message.js'

/** Characters that Slack takes in one section. */
const MOST = 2_900
const MOST_NAME = 255

/** Slack reads these three as the beginnings of mentions and links. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Nothing in it ends the block, and it is cut before it is escaped, so that no escape is cut in two. */
function code(data: unknown): string {
  const text = JSON.stringify(data, undefined, 2).replaceAll('```', "'''")
  for (let most = MOST; ; most = Math.floor(most / 2)) {
    const shown = escaped(text.length > most ? `${text.slice(0, most).toWellFormed()}\n…` : text)
    if (shown.length <= MOST) return `\`\`\`${shown}\`\`\``
  }
}

/** `verbatim`: Slack makes no mentions and links of what looks like one. */
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } })

/** A message for a channel of Slack. */
export function slackBody({ type, occur_at, operator, event_data }: WebhookMessage): unknown {
  const time = new Date(occur_at * 1000).toISOString()
  const who = escaped(operator.slice(0, MOST_NAME).toWellFormed()).replaceAll(/[*_~`]/g, ' ')
  return {
    text: `${type}: ${who}`,
    blocks: [
      section('*Harbor webhook events*'),
      section(`*event_type:* ${type}`),
      section(`*occur_at:* <!date^${occur_at}^{date} at {time}|${time}>`),
      section(`*operator:* ${who}`),
      section('*event_data:*'),
      section(code(event_data)),
    ],
  }
}
