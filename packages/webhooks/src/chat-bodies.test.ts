import { expect, it } from 'vitest'
import type { WebhookMessage } from './message.js'
import { slackBody } from './slack-body.js'
import { teamsBody } from './teams-body.js'

const message: WebhookMessage = {
  type: 'QUOTA_WARNING',
  occur_at: 1_767_323_045,
  operator: 'ann',
  event_data: { custom_attributes: { Details: 'full' } },
}
const data = JSON.stringify(message.event_data, undefined, 2)
const of = (text: string): WebhookMessage => ({ ...message, event_data: { custom_attributes: { Details: text } } })

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } })
const codeOf = (body: unknown) => (body as { blocks: { text: { text: string } }[] }).blocks.at(-1)?.text.text ?? ''

it('Slack is told type, time, who and data', () => {
  expect(slackBody(message)).toEqual({
    text: 'QUOTA_WARNING: ann',
    blocks: [
      section('*Harbor webhook events*'),
      section('*event_type:* QUOTA_WARNING'),
      section('*occur_at:* <!date^1767323045^{date} at {time}|2026-01-02T03:04:05.000Z>'),
      section('*operator:* ann'),
      section('*event_data:*'),
      section(`\`\`\`${data}\`\`\``),
    ],
  })
})

it('what Slack would read as more than text is told as text', () => {
  const { text } = slackBody({ ...message, operator: 'a*b_c~d`e <&>' }) as { text: string }
  expect(text).toBe('QUOTA_WARNING: a b c d e &lt;&amp;&gt;')
  expect(codeOf(slackBody(of('```<&>')))).toBe(`\`\`\`${data.replace('full', "'''&lt;&amp;&gt;")}\`\`\``)
})

it('data fill a section of Slack to its last sign, and are cut where they are longer', () => {
  const room = 2_900 - data.replace('full', '').length
  const whole = codeOf(slackBody(of('x'.repeat(room))))
  expect(whole).toHaveLength(2_900 + 6)
  expect(whole).not.toContain('…')
  const cut = codeOf(slackBody(of('x'.repeat(room + 1))))
  expect(cut.length).toBeLessThan(2_906)
  expect(cut).toMatch(/x\n…```$/)
  // An escape is longer than what it stands for, and is not cut in two.
  expect(codeOf(slackBody(of('<'.repeat(room))))).toMatch(/(?:&lt;)+\n…```$/)
})

const run = (text: string, more: object) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...more }],
})
const card = (shown: string) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          run('QUOTA_WARNING', { weight: 'Bolder', size: 'Medium' }),
          run('2026-01-02T03:04:05.000Z · ann', { isSubtle: true }),
          run(shown, { fontType: 'Monospace' }),
        ],
      },
    },
  ],
})

it('Teams gets a card of type, time, who and data, which are cut beyond a bound', () => {
  expect(teamsBody(message)).toEqual(card(data))
  const room = 8_000 - data.replace('full', '').length
  const long = data.replace('full', 'x'.repeat(room))
  expect(teamsBody(of('x'.repeat(room)))).toEqual(card(long))
  expect(teamsBody(of('x'.repeat(room + 1)))).toEqual(
    card(`${data.replace('full', 'x'.repeat(room + 1)).slice(0, 8_000)}…`),
  )
})
