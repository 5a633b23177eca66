import { readFileSync } from 'node:fs'

/** `{}`: by any key. */
type Definition = string | Readonly<Record<string, string>>

interface Contract {
  readonly operations: Readonly<
    Record<
      string,
      { readonly id: string; readonly query: readonly string[]; readonly answers: Readonly<Record<string, string>> }
    >
  >
  readonly definitions: Readonly<Record<string, Definition>>
}

/** Facts of Harbor's API, which `fixtures/harbor-contract.mjs` has written. */
export const harborContract: Contract = JSON.parse(
  readFileSync(new URL('../../fixtures/harbor-contract.json', import.meta.url), 'utf8'),
)

/** Any operation may refuse so, whether Harbor's document says it or not. */
const REFUSALS = new Set(['400', '401', '403', '404', '405', '413', '415', '422', '429', '500', '503'])

/** Fields of Berth's own, which Harbor's clients leave out of account. */
const ownFields: Readonly<Record<string, readonly string[]>> = {
  ProjectSummary: ['member_count'],
  Artifact: ['pushed_by', 'pull_count'],
  AuditLogExt: ['source_address', 'request_id', 'details'],
  JobQueue: ['class', 'delayed', 'failed', 'running'],
  ProjectMetadata: [
    'proxy_cache_tag_ttl',
    'proxy_cache_negative_ttl',
    'proxy_cache_serve_stale',
    'proxy_cache_lend_account',
  ],
  Reference: ['size'],
  Registry: ['status_detail', 'checked_time'],
  ReplicationPolicy: ['creator', 'last_execution'],
  ReplicationTask: ['status_text'],
  ReplicationTriggerSettings: ['next_scheduled_time'],
  RetentionExecution: ['error', 'is_current', 'preview', 'retained', 'total'],
  RetentionExecutionTask: ['error'],
  RetentionPolicy: ['max_percent'],
  Robot: ['created_project_access', 'last_used_time', 'last_used_address', 'old_secret_expires_at', 'trust'],
  RobotPermission: ['repositories'],
  ScheduleTask: ['last_run', 'next_runs', 'vendor_name'],
  WebhookPolicy: ['waiting', 'failures', 'retry_time'],
  WebhookTargetObject: ['has_auth_header', 'has_secret', 'template'],
  UserResp: ['default_password', 'has_password', 'identity_sources', 'second_factor'],
  ConfigurationsResponse: [
    'access_token_max_duration',
    'mirror_projects',
    'ldap_start_tls',
    'ldap_ca_certificate',
    'oidc_ca_certificate',
  ],
  GeneralInfo: ['restorable_seconds', 'storage_full'],
  LdapPingResult: ['reason'],
  Worker: ['class'],
  StringConfigItem: ['in_effect'],
  BoolConfigItem: ['in_effect'],
  IntegerConfigItem: ['in_effect'],
}

/** Harbor answers so, although its document does not say it. */
const undocumented = new Set([
  'CopyArtifact 412',
  'deleteArtifact 412',
  'deleteTag 412',
  'CreateRobot 409',
  'updateUserProfile 409',
  'CreateImmuRule 409',
  'CreateWebhookPolicyOfProject 409',
  'UpdateWebhookPolicyOfProject 409',
  'UpdateImmuRule 409',
  'startReplication 412',
  'triggerRetentionExecution 412',
])

/** No body at all, where Harbor sends none either although its document has one. */
const maybeEmpty = new Set(['getGCSchedule', 'getPurgeSchedule'])

/** Paths with their literal parts first: `/users/current` is no `/users/{user_id}`. */
const templates = Object.entries(harborContract.operations)
  .map(([key, operation]) => {
    const [method = '', path = ''] = key.split(' ')
    const literals = path.split('/').filter((part) => !part.startsWith('{')).length
    return { method, literals, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`), operation }
  })
  .toSorted((a, b) => b.literals - a.literals)

/** The operation of Harbor at a method and a path below `/api/v2.0`; undefined where it has none. */
const operationAt = (method: string, path: string) =>
  templates.find((template) => template.method === method && template.pattern.test(path))?.operation

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isSafeInteger,
  time: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value),
  any: () => true,
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is not of a type, with the path to it. A list or an object that Go has not filled is null. */
function* faults(value: unknown, type: string, at: string): Generator<string> {
  const scalar = scalars[type]
  const definition = harborContract.definitions[type]
  if (typeof definition === 'string') {
    yield* faults(value, definition, at)
  } else if (scalar) {
    if (!scalar(value)) yield `${at} is no ${type}`
  } else if (value === null) {
    return
  } else if (type.endsWith('[]')) {
    if (!Array.isArray(value)) yield `${at} is no list`
    else for (const [index, member] of value.entries()) yield* faults(member, type.slice(0, -2), `${at}[${index}]`)
  } else if (!isObject(value)) {
    yield `${at} is no object`
  } else if (type.startsWith('{')) {
    for (const [key, member] of Object.entries(value)) yield* faults(member, type.slice(1, -1), `${at}.${key}`)
  } else {
    yield* faultsOf(value, type, at)
  }
}

function* faultsOf(value: Readonly<Record<string, unknown>>, name: string, at: string): Generator<string> {
  const definition = harborContract.definitions[name]
  if (typeof definition !== 'object') return
  for (const [key, member] of Object.entries(value)) {
    const type = definition[key]
    if (type === undefined) {
      if (ownFields[name]?.includes(key) !== true) yield `${at}.${key} is no field of Harbor's ${name}`
    } else if (Object.hasOwn(scalars, type) && type !== 'any' && (member === null || member === '')) {
      yield `${at}.${key} is empty: Harbor leaves it out`
    } else yield* faults(member, type.replace(/[!?]$/, ''), `${at}.${key}`)
  }
  for (const [key, type] of Object.entries(definition)) {
    if (type.endsWith('!') && !Object.hasOwn(value, key)) yield `${at}.${key} is missing`
  }
}

interface Answered {
  readonly method: string
  /** Below `/api/v2.0`, without a query. */
  readonly path: string
  readonly status: number
  readonly text: string
}

/**
 * How an answer differs from what Harbor's clients expect of the operation: its status, fields, and their types.
 *
 * @returns undefined where Harbor has no such operation
 */
export function differencesFromHarbor({ method, path, status, text }: Answered): string[] | undefined {
  const operation = operationAt(method, path)
  if (!operation) return undefined
  const { id, answers } = operation
  const type = answers[String(status)]
  const isKnown = type !== undefined || REFUSALS.has(String(status)) || undocumented.has(`${id} ${status}`)
  if (status >= 300) return isKnown ? [] : [`${id} never answers ${status}`]
  if (type === undefined) return [`${id} never answers ${status}`]
  if (method === 'HEAD' || (text === '' && (type === '' || maybeEmpty.has(id)))) return []
  if (type === '') return [`${id} answers ${status} without a body`]
  if (type === 'string' || type === 'any') return []
  return [...faults(JSON.parse(text), type, id)]
}
