import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Envelope, messageOf } from './message.js'
import { render } from './render.js'
import { sign } from './sign.js'
import { TemplateError } from './fill-template.js'

const digest = `sha256:${'0'.repeat(64)}`
const at = new Date('2026-01-02T03:04:05Z')
const where = { project: 'dev', isPublic: true, repositoryMadeAt: at, url: 'https://berth.example:8443' }

function envelope(operator = 'ann', tags = ['v1']): Envelope {
  const payload = { project_id: 1, repository_id: 2, repository: 'dev/app', digest, tags }
  const event = { type: 'artifact.deleted', at, actor: { kind: 'user', name: operator }, payload } as const
  return { eventId: '42', policyId: 3, projectId: 1, requestId: 'r1', message: messageOf(event, where) }
}
const template = (text: unknown, of = envelope()) =>
  JSON.parse(render(of, { kind: 'http', format: 'Template', template: JSON.stringify(text) }).body)

describe('a message', () => {
  it("has Harbor's shape", () => {
    expect(envelope().message).toEqual({
      type: 'DELETE_ARTIFACT',
      occur_at: 1_767_323_045,
      operator: 'ann',
      event_data: {
        resources: [{ digest, tag: 'v1', resource_url: 'berth.example:8443/dev/app:v1' }],
        repository: {
          date_created: 1_767_323_045,
          name: 'app',
          namespace: 'dev',
          repo_full_name: 'dev/app',
          repo_type: 'public',
        },
      },
    })
  })

  it('of a quota tells how much is used, and one of retention what has gone', () => {
    const actor = { kind: 'system', name: 'retention' } as const
    const quota = { project_id: 1, project: 'dev', storage: 100, used: 86 }
    expect(messageOf({ type: 'quota.warned', at, actor, payload: quota }, where)).toMatchObject({
      type: 'QUOTA_WARNING',
      event_data: { repository: { namespace: 'dev' }, custom_attributes: { Details: '86 of 100 bytes are used' } },
    })
    const payload = {
      project_id: 1,
      repository_id: 2,
      repository: 'dev/team/app',
      policy_id: 5,
      execution_id: 6,
      total: 3,
      retained: 1,
      deleted: ['old', digest],
    }
    expect(messageOf({ type: 'retention.applied', at, actor, payload }, where)).toMatchObject({
      type: 'TAG_RETENTION',
      event_data: {
        retention: {
          total: 3,
          retained: 1,
          project_name: 'dev',
          retention_policy_id: 5,
          harbor_hostname: 'berth.example',
          deleted_artifact: [{ name_tag: 'team/app:old' }, { name_tag: `team/app@${digest}` }],
        },
      },
    })
  })

  it('of a replication tells both ends, and what was copied and what was not', () => {
    const payload = {
      project_id: 1,
      project: 'dev',
      policy_id: 5,
      policy: 'mirror',
      creator: 'ann',
      execution_id: 6,
      started: 7,
      trigger: 'event',
      status: 'error',
      override: true,
      direction: 'push' as const,
      registry: 'elsewhere',
      registry_type: 'quay',
      endpoint: 'https://quay.io',
      signed_in: false,
      namespace: 'n',
      succeeded: 1,
      failed: 1,
      succeeded_names: ['dev/app:[v1]'],
      failed_names: ['dev/app:[v2]'],
    }
    const actor = { kind: 'system', name: 'replication' } as const
    expect(messageOf({ type: 'replication.finished', at, actor, payload }, where)).toMatchObject({
      type: 'REPLICATION',
      event_data: {
        replication: {
          harbor_hostname: 'berth.example',
          job_status: 'Error',
          trigger_type: 'EVENT',
          src_resource: { registry_name: 'Local', namespace: 'dev' },
          dest_resource: { registry_name: 'elsewhere', endpoint: 'https://quay.io', namespace: 'n' },
          successful_artifact: [{ name_tag: 'dev/app:[v1]' }],
          failed_artifact: [{ name_tag: 'dev/app:[v2]' }],
        },
      },
    })
  })

  it('has no more resources than a bound, however many tags went', () => {
    const tags = Array.from({ length: 5000 }, (_, n) => `t${n}`)
    expect(envelope('ann', tags).message.event_data.resources).toHaveLength(100)
  })
})

it('a CloudEvent has the id of its event, however often it is made', () => {
  const { contentType, body } = render(envelope(), { kind: 'http', format: 'CloudEvents', template: '' })
  expect(contentType).toBe('application/cloudevents+json')
  expect(JSON.parse(body)).toEqual({
    specversion: '1.0',
    id: '42',
    source: '/projects/1/webhook/policies/3',
    type: 'harbor.artifact.deleted',
    datacontenttype: 'application/json',
    time: '2026-01-02T03:04:05.000Z',
    operator: 'ann',
    requestid: 'r1',
    data: envelope().message.event_data,
  })
})

it.each([
  ['PUSH_ARTIFACT', 'harbor.artifact.pushed'],
  ['PULL_ARTIFACT', 'harbor.artifact.pulled'],
  ['QUOTA_EXCEED', 'harbor.quota.exceeded'],
  ['QUOTA_WARNING', 'harbor.quota.warned'],
  ['TAG_RETENTION', 'harbor.tag_retention.finished'],
  ['REPLICATION', 'harbor.replication.status.changed'],
] as const)('%s is the CloudEvent %s; what no request has made names none', (type, expected) => {
  const { message, requestId: _, ...rest } = envelope()
  const of = { ...rest, message: { ...message, type } }
  const event = JSON.parse(render(of, { kind: 'http', format: 'CloudEvents', template: '' }).body)
  expect(event.type).toBe(expected)
  expect(event).not.toHaveProperty('requestid')
})

it.each([
  ['http', 'Default'],
  ['http', 'Template'],
  ['slack', 'Default'],
  ['teams', 'Default'],
] as const)('a body for %s in the format %s is JSON', (kind, format) => {
  expect(render(envelope(), { kind, format, template: '{}' }).contentType).toBe('application/json')
})

it('the default body is the message', () => {
  const { body } = render(envelope(), { kind: 'http', format: 'Default', template: '' })
  expect(JSON.parse(body)).toEqual(envelope().message)
})

it.each([
  '"quoted"',
  'two\nlines',
  '<!channel>',
  '<https://evil.example|here>',
  '```<!here>',
  '&lt;!channel&gt;',
  '\ud83d\ude00'.repeat(3000),
])('a message for Slack is JSON and mentions nobody, whatever a name holds: %j', (name) => {
  const { body } = render(envelope(name, [name]), { kind: 'slack', format: 'Default', template: '' })
  const { blocks, text } = JSON.parse(body) as { text: string; blocks: { text: { text: string; verbatim: boolean } }[] }
  for (const block of blocks) {
    expect(block.text.text.length).toBeLessThanOrEqual(3000)
    expect(block.text.verbatim).toBe(true)
    expect(block.text.text.replace(/<!date\^[^>]*>/, '')).not.toMatch(/[<>]/)
  }
  expect(text).not.toMatch(/[<>]/)
  expect(blocks.at(-1)?.text.text.match(/```/g)).toHaveLength(2)
})

it('a card for Teams has texts that no Markdown is read in', () => {
  const { body } = render(envelope('[click](https://evil.example)'), { kind: 'teams', format: 'Default', template: '' })
  const [attachment] = JSON.parse(body).attachments
  expect(attachment.content.body.map(({ type }: { type: string }) => type)).toEqual(Array(3).fill('RichTextBlock'))
})

describe('a template', () => {
  it('takes values of any kind, and parts of texts', () => {
    expect(
      template({
        all: '{{event_data}}',
        n: '{{ occur_at }}',
        s: 'push of {{repository}}:{{tag}} by {{operator}}',
        deep: '{{event_data.resources.0.tag}}',
        k: 1,
      }),
    ).toEqual({
      all: envelope().message.event_data,
      n: 1_767_323_045,
      s: 'push of dev/app:v1 by ann',
      deep: 'v1',
      k: 1,
    })
  })

  it('lets no value become more than a value', () => {
    const evil = '","admin":true,"x":"{{event_data}}'
    expect(template({ who: '{{operator}}', text: 'by {{operator}}' }, envelope(evil))).toEqual({
      who: evil,
      text: `by ${evil}`,
    })
  })

  it('names nothing beyond the message', () => {
    expect(template({ a: '{{event_data.constructor}}', b: 'x{{id.__proto__}}', c: '{{operator.length}}' })).toEqual({
      a: null,
      b: 'x',
      c: null,
    })
  })

  it('comes to so many bytes and no more', () => {
    const many = Array.from({ length: 1000 }, () => '{{event_data}} {{event_data}}')
    expect(() => template(many)).toThrow(TemplateError)
  })
})

it('a signature is the one of Standard Webhooks', () => {
  // From the examples of the specification's libraries.
  const body = '{"test": 2432232314}'
  expect(sign('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, body)).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  )
})

it.each(['a text', 'xwhsec_MfKQ9r8GKYqrTwjU', 'whsec_MfKQ9r8GKYqrTwjU!', 'whsec_'])(
  'the secret %j is the bytes of its text',
  (secret) => {
    const signature = createHmac('sha256', secret).update('id.7.{}').digest('base64')
    expect(sign(secret, 'id', 7, '{}')).toBe(`v1,${signature}`)
  },
)
