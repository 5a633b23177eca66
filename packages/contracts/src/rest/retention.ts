import { z } from 'zod'
import { repositorySelectors, tagSelectors, toldSelector } from './name-selectors.js'
import { integer, text, time } from './scalars.js'
import { MOST_RULES } from '../rules/name-selector.js'

const MOST_COUNT = 100_000

const count = z.int().min(1).max(MOST_COUNT)

/** One key: the template, with how many artifacts or days. */
const params = z
  .object({
    latestPushedK: count,
    latestPulledN: count,
    nDaysSinceLastPush: count,
    nDaysSinceLastPull: count,
  })
  .partial()

export const retentionRule = z
  .object({
    id: integer.optional(),
    priority: z.int().min(0).max(1_000_000).optional(),
    disabled: z.boolean().default(false),
    action: z.enum(['retain', '']).default('retain'),
    template: z.enum(['latestPushedK', 'latestPulledN', 'nDaysSinceLastPush', 'nDaysSinceLastPull', 'always']),
    params: params.default({}),
    tag_selectors: tagSelectors.describe(
      'In extras: {"untagged":true} keeps what has no tag, too; that is so where nothing is said.',
    ),
    scope_selectors: repositorySelectors,
  })
  .refine(({ template, params: given }) => template === 'always' || given[template] !== undefined, {
    path: ['params'],
    message: `says how many: a whole number from 1 to ${MOST_COUNT} under the name of the template`,
  })
  .refine(({ tag_selectors: [selector] }) => selector === undefined || isExtras(selector.extras), {
    path: ['tag_selectors', 0, 'extras'],
    message: 'is empty, or JSON such as {"untagged":true}',
  })
  .meta({ id: 'RetentionRuleReq' })

/** What Harbor's clients write in the extras of a tag selector. */
const extras = z.object({ untagged: z.boolean().default(true) })

function parseExtras(given: string): z.output<typeof extras> | undefined {
  if (given === '') return { untagged: true }
  try {
    return extras.safeParse(JSON.parse(given)).data
  } catch {
    return undefined
  }
}
const isExtras = (given: string) => parseExtras(given) !== undefined

/** Whether a rule is also about what has no tag. */
export const isAboutUntagged = (given: string): boolean => parseExtras(given)?.untagged ?? true

const percent = z.int().min(1).max(100)
const brake = 'A run that would take more than so many percent of a repository takes nothing of it.'

/** When a policy runs by itself. */
const trigger = {
  kind: z.enum(['Schedule', 'Manual', '']).default('Schedule'),
  settings: z.object({ cron: text.max(255).default('').describe('In UTC; empty: it runs when somebody starts it.') }),
}

export const givenRetention = z
  .object({
    id: integer.optional(),
    algorithm: z.enum(['or', '']).default('or').describe('What one rule keeps is kept.'),
    rules: z.array(retentionRule).max(MOST_RULES).default([]),
    trigger: z.object({ ...trigger, settings: trigger.settings.default({ cron: '' }) }).optional(),
    scope: z.object({ level: z.literal('project'), ref: z.int().min(1).max(2_147_483_647) }),
    max_percent: percent.optional().describe(brake),
  })
  .meta({ id: 'RetentionPolicyReq' })

const toldRule = z
  .object({
    id: integer,
    priority: integer,
    disabled: z.boolean(),
    action: z.string(),
    template: z.string(),
    params: z.record(z.string(), z.unknown()),
    tag_selectors: z.array(toldSelector.meta({ id: 'RetentionSelector' })),
    scope_selectors: z.record(z.string(), z.array(toldSelector)),
  })
  .meta({ id: 'RetentionRule' })

export const retentionPolicy = z
  .object({
    id: integer,
    algorithm: z.string(),
    rules: z.array(toldRule),
    trigger: z
      .object({
        kind: z.string(),
        settings: z.object({ cron: z.string(), next_scheduled_time: time.optional().describe('In UTC.') }),
        references: z.record(z.string(), z.unknown()),
      })
      .meta({ id: 'RetentionRuleTrigger' }),
    scope: z.object({ level: z.string(), ref: integer }).meta({ id: 'RetentionPolicyScope' }),
    max_percent: percent.nullable().describe(`${brake} Null: it takes what it takes.`),
  })
  .meta({ id: 'RetentionPolicy' })

const selectorMetadata = z
  .object({ display_text: z.string(), kind: z.string(), decorations: z.array(z.string()) })
  .meta({ id: 'RetentionSelectorMetadata' })

export const retentionMetadata = z
  .object({
    templates: z.array(
      z
        .object({
          rule_template: z.string(),
          display_text: z.string(),
          action: z.string(),
          params: z.array(
            z
              .object({ type: z.string(), unit: z.string(), required: z.boolean() })
              .meta({ id: 'RetentionRuleParamMetadata' }),
          ),
        })
        .meta({ id: 'RetentionRuleMetadata' }),
    ),
    scope_selectors: z.array(selectorMetadata),
    tag_selectors: z.array(selectorMetadata),
  })
  .meta({ id: 'RetentionMetadata' })

export const retentionStart = z
  .object({
    dry_run: z.boolean().default(false).describe('Change nothing: a preview of what would go, and why the rest stays.'),
    preview: integer
      .min(1)
      .optional()
      .describe('Id of a dry run of the policy as it is now: take nothing but what it said would go.'),
  })
  .meta({ id: 'RetentionStart' })

export const retentionAction = z.object({ action: z.literal('stop') }).meta({ id: 'RetentionAction' })

const sums = {
  total: integer.describe('Artifacts that were looked at.'),
  retained: integer,
}

export const retentionExecution = z
  .object({
    id: integer,
    policy_id: integer,
    start_time: time,
    end_time: time.describe('0001-01-01T00:00:00.000Z: not yet.'),
    status: z.enum(['Pending', 'InProgress', 'Succeed', 'Failed', 'Stopped']),
    trigger: z.enum(['Manual', 'Schedule']),
    dry_run: z.boolean(),
    ...sums,
    preview: integer.nullable().describe('The dry run that it was started from.'),
    is_current: z.boolean().describe('The policy is still what it was then.'),
    error: z.string().nullable(),
  })
  .meta({ id: 'RetentionExecution' })

export const retentionTask = z
  .object({
    id: integer,
    execution_id: integer,
    repository: z.string().describe('Without its project.'),
    job_id: z.string(),
    status: z.enum(['Pending', 'Running', 'Success', 'Error', 'Stopped']),
    status_code: integer,
    status_revision: integer,
    start_time: time,
    end_time: time,
    ...sums,
    error: z.string().nullable(),
  })
  .meta({ id: 'RetentionExecutionTask' })

/** What a run, or a dry run, said of one artifact. */
export const retentionVerdict = z
  .object({
    id: integer,
    repository: z.string().describe('Without its project.'),
    digest: z.string(),
    tags: z.array(z.string()).describe('The first 20.'),
    tag_count: integer,
    size: integer,
    push_time: time,
    pull_time: time.nullable(),
    outcome: z
      .enum(['stays', 'goes', 'gone', 'spared'])
      .describe('goes: in a dry run. spared: it would have gone; `because` says why not.'),
    kept_by: z.array(integer).describe('Numbers of the rules that keep it, from 1.'),
    because: z
      .string()
      .nullable()
      .describe(
        'Why it stays although no rule of retention keeps it: tag-rule, part-of-index, changed, not-in-preview, brake or refused.',
      ),
    detail: z.string().nullable().describe('The tag rule, or what the refusal said.'),
  })
  .meta({ id: 'RetentionVerdict' })
