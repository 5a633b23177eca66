import { z } from 'zod'
import {
  isHeaderValue,
  isWebhookAddress,
  MOST_TEMPLATE,
  webhookEventTypes,
  webhookFormats,
  webhookKinds,
} from '../rules/webhook.js'
import { integer, text, time } from './scalars.js'

const eventTypes = z.array(z.enum(webhookEventTypes))
const formats = 'Of http. Empty: Default. Template: `template` says what is sent.'

const givenTarget = z
  .object({
    type: z.enum(webhookKinds).describe('slack and teams: an incoming webhook of theirs.'),
    address: text
      .max(2048)
      .refine(isWebhookAddress, 'is an address of HTTP or HTTPS, without a name and password in it'),
    auth_header: text
      .max(4096)
      .refine(isHeaderValue, 'may not hold line breaks')
      .optional()
      .describe('Sent as `Authorization`. Absent: it stays as it is; empty: none from now on.'),
    secret: text
      .max(256)
      .optional()
      .describe('What is sent is signed with it. Absent: it stays as it is; empty: none from now on.'),
    skip_cert_verify: z.boolean().default(false),
    payload_format: z
      .enum([...webhookFormats, ''])
      .default('')
      .describe(formats),
    template: text.max(MOST_TEMPLATE).default('').describe('JSON with placeholders such as `{{repository}}`.'),
  })
  .meta({ id: 'WebhookTargetReq' })

/** What somebody asks for. `id`, `project_id`, `creator` and times of a client are nobody's business. */
export const givenWebhook = z
  .object({
    name: text.trim().min(1).max(255),
    description: text.max(1024).default(''),
    enabled: z.boolean().default(true),
    event_types: eventTypes.min(1).max(webhookEventTypes.length),
    targets: z.array(givenTarget).length(1).describe('One: who is to be told elsewhere has another webhook.'),
  })
  .meta({ id: 'WebhookPolicyReq' })

export const changedWebhook = givenWebhook
  .extend({ name: text.trim().max(255).default('').describe('Empty: it stays as it is.') })
  .meta({ id: 'WebhookPolicyUpdate' })

const toldTarget = z
  .object({
    type: z.enum(webhookKinds),
    address: z.string(),
    has_auth_header: z.boolean(),
    has_secret: z.boolean().describe('Whether what is sent is signed.'),
    skip_cert_verify: z.boolean(),
    payload_format: z.enum(webhookFormats).describe(formats),
    template: z.string().optional(),
  })
  .meta({ id: 'WebhookTargetObject' })

export const webhook = z
  .object({
    id: integer,
    name: z.string(),
    description: z.string().optional(),
    project_id: integer,
    targets: z.array(toldTarget),
    event_types: z.array(z.string()),
    creator: z.string().optional(),
    creation_time: time,
    update_time: time,
    enabled: z.boolean(),
    waiting: integer.describe('Deliveries that are still to be made, 1,000 at most.'),
    failures: integer.describe('Attempts that have failed since the last one that did not.'),
    retry_time: time.nullable().describe('Before this nothing is sent, because the receiver has failed.'),
  })
  .meta({ id: 'WebhookPolicy' })

export const webhookTypes = z
  .object({
    event_type: z.array(z.string()),
    notify_type: z.array(z.string()),
    payload_formats: z.array(
      z.object({ notify_type: z.string(), formats: z.array(z.string()) }).meta({ id: 'PayloadFormat' }),
    ),
  })
  .meta({ id: 'SupportedWebhookEventTypes' })

export const webhookLastTrigger = z
  .object({
    policy_name: z.string(),
    event_type: z.string(),
    enabled: z.boolean(),
    creation_time: time,
    last_trigger_time: time,
  })
  .meta({ id: 'WebhookLastTrigger' })

const deliveryStatus = z.enum(['Pending', 'Running', 'Success', 'Error', 'Stopped'])

/** A delivery as Harbor's execution. Its one task has its id. */
export const webhookExecution = z
  .object({
    id: integer,
    vendor_type: z.literal('WEBHOOK'),
    vendor_id: integer,
    status: deliveryStatus,
    status_message: z.string().optional(),
    metrics: z
      .object({
        task_count: integer,
        success_task_count: integer,
        error_task_count: integer,
        pending_task_count: integer,
        running_task_count: integer,
        scheduled_task_count: integer,
        stopped_task_count: integer,
      })
      .meta({ id: 'Metrics' }),
    trigger: z.enum(['EVENT', 'MANUAL']),
    extra_attrs: z
      .object({ type: z.string(), event_id: z.string(), operator: z.string(), payload: z.string(), attempts: integer })
      .describe(
        '`type`: what it tells. `payload`: the same in the form Default. `event_id`: the same for each repetition.',
      ),
    start_time: time,
    end_time: time,
  })
  .meta({ id: 'Execution' })

export const webhookTask = z
  .object({
    id: integer,
    execution_id: integer,
    status: deliveryStatus,
    status_message: z.string().optional(),
    run_count: integer.describe('How often it was tried.'),
    extra_attrs: z.record(z.string(), z.unknown()),
    creation_time: time,
    update_time: time,
    start_time: time,
    end_time: time,
  })
  .meta({ id: 'Task' })

export const webhookJob = z
  .object({
    id: integer,
    policy_id: integer,
    event_type: z.string(),
    notify_type: z.string(),
    status: deliveryStatus,
    job_detail: z.string().optional(),
    creation_time: time,
    update_time: time,
  })
  .meta({ id: 'WebhookJob' })

/** A webhook that is tried before it is kept, or as it is to be. */
export const webhookTrial = z
  .object({
    policy_id: integer.optional().describe('The one whose secrets are used where none are given.'),
    target: givenTarget,
    event_type: z.enum(webhookEventTypes).default('PUSH_ARTIFACT'),
  })
  .meta({ id: 'WebhookTrialReq' })

/** What came of it. */
export const webhookTrialOutcome = z
  .object({
    delivered: z.boolean(),
    status: integer.optional().describe('Of the answer, where there was one.'),
    message: z.string(),
    duration_ms: integer,
    payload: z.string().describe('What was sent.'),
  })
  .meta({ id: 'WebhookTrial' })
