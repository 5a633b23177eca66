import { replicationFilterTypes, type ReplicationTrigger } from '@berth/contracts'
import { cronOf, readSchedule, type Schedule } from '../runs/schedule'
import type { GivenRule, Rule } from './replications.queries'

/** A rule as its form has it. What was never touched is not there. */
export interface RuleForm extends Pick<Schedule, 'type' | 'cron'> {
  name: string
  description?: string
  direction: 'push' | 'pull'
  registry?: number
  names?: string
  tags?: string
  tagsExcluded?: boolean
  labels?: string[]
  labelsExcluded?: boolean
  resource: '' | 'image' | 'artifact'
  namespace?: string
  replaceCount: number
  trigger: ReplicationTrigger
  deletion?: boolean
  override?: boolean
  /** KB/s. */
  speed?: number | null
  copyByChunk?: boolean
  singleActive?: boolean
  enabled: boolean
}

/** Deletions go through from here alone, as they happen. */
export const passesDeletions = ({ direction, trigger, deletion }: RuleForm): boolean =>
  direction === 'push' && trigger === 'event_based' && deletion === true

const decorated = (excluded: boolean | undefined) => (excluded === true ? 'excludes' : 'matches')

/** Filters that have no field of the form, because it shows the first of each type: another client has set them. */
export function furtherFilters(rule: Rule | undefined): Rule['filters'] {
  const filters = rule?.filters ?? []
  const firsts = new Set(replicationFilterTypes.map((type) => filters.find((filter) => filter.type === type)))
  return filters.filter((filter) => !firsts.has(filter))
}

const given = ({ decoration = '', ...filter }: Rule['filters'][number]) => ({ ...filter, decoration })

function filtersOf(form: RuleForm): NonNullable<GivenRule['filters']> {
  const { names = '', tags = '', labels = [], resource, direction } = form
  return [
    ...(names.trim() === '' ? [] : [{ type: 'name', value: names.trim(), decoration: '' }]),
    ...(tags.trim() === '' ? [] : [{ type: 'tag', value: tags.trim(), decoration: decorated(form.tagsExcluded) }]),
    ...(labels.length === 0 || direction === 'pull'
      ? []
      : [{ type: 'label', value: labels, decoration: decorated(form.labelsExcluded) }]),
    ...(resource === '' ? [] : [{ type: 'resource', value: resource, decoration: '' }]),
  ]
}

/** @param rule the one that is changed */
export function givenOf(form: RuleForm, rule: Rule | undefined): GivenRule {
  const end = { id: form.registry ?? 0 }
  return {
    name: form.name.trim(),
    description: form.description?.trim() ?? '',
    ...(form.direction === 'push' ? { dest_registry: end } : { src_registry: end }),
    filters: [...filtersOf(form), ...furtherFilters(rule).map(given)],
    dest_namespace: form.namespace?.trim() ?? '',
    dest_namespace_replace_count: form.replaceCount,
    trigger:
      form.trigger === 'scheduled'
        ? { type: form.trigger, trigger_settings: { cron: cronOf(form) } }
        : { type: form.trigger },
    replicate_deletion: passesDeletions(form),
    override: form.override ?? false,
    speed: form.speed ?? -1,
    copy_by_chunk: form.copyByChunk ?? false,
    single_active_replication: form.singleActive ?? false,
    enabled: form.enabled,
  }
}

const isResource = (value: string): value is RuleForm['resource'] => ['image', 'artifact'].includes(value)

const scheduleOf = (expression: string): Pick<Schedule, 'type' | 'cron'> => {
  const { type, cron } = readSchedule({ type: 'Custom', cron: expression })
  return { type, cron }
}

export function formOf(rule: Rule | undefined): Partial<RuleForm> {
  const daily = scheduleOf('0 0 0 * * *')
  if (rule === undefined)
    return {
      ...daily,
      direction: 'push',
      tagsExcluded: false,
      labelsExcluded: false,
      resource: '',
      replaceCount: 0,
      trigger: 'manual',
      override: true,
      enabled: true,
    }
  const filter = (type: string) => rule.filters.find((one) => one.type === type)
  const text = (type: string) => {
    const value = filter(type)?.value
    return typeof value === 'string' ? value : ''
  }
  const labels = filter('label')?.value
  const resource = text('resource')
  const { cron } = rule.trigger.trigger_settings
  return {
    ...(cron === undefined ? daily : scheduleOf(cron)),
    name: rule.name,
    description: rule.description ?? '',
    direction: rule.dest_registry.id === 0 ? 'pull' : 'push',
    registry: otherEnd(rule).id,
    names: text('name'),
    tags: text('tag'),
    tagsExcluded: filter('tag')?.decoration === 'excludes',
    labels: Array.isArray(labels) ? labels : [],
    labelsExcluded: filter('label')?.decoration === 'excludes',
    resource: isResource(resource) ? resource : '',
    namespace: rule.dest_namespace ?? '',
    replaceCount: rule.dest_namespace_replace_count,
    trigger: rule.trigger.type,
    deletion: rule.replicate_deletion,
    override: rule.override,
    speed: rule.speed > 0 ? rule.speed : null,
    copyByChunk: rule.copy_by_chunk,
    singleActive: rule.single_active_replication,
    enabled: rule.enabled,
  }
}

/** The registry elsewhere. */
export const otherEnd = ({ src_registry: source, dest_registry: destination }: Rule): Rule['src_registry'] =>
  destination.id === 0 ? source : destination

/** A rule as it is, switched on or off. */
export const switched = (rule: Rule): GivenRule => ({
  name: rule.name,
  description: rule.description ?? '',
  ...(rule.dest_registry.id === 0
    ? { src_registry: { id: rule.src_registry.id } }
    : { dest_registry: { id: rule.dest_registry.id } }),
  filters: rule.filters.map(given),
  dest_namespace: rule.dest_namespace ?? '',
  dest_namespace_replace_count: rule.dest_namespace_replace_count,
  trigger: { type: rule.trigger.type, trigger_settings: { cron: rule.trigger.trigger_settings.cron ?? '' } },
  replicate_deletion: rule.replicate_deletion,
  override: rule.override,
  speed: rule.speed,
  copy_by_chunk: rule.copy_by_chunk,
  single_active_replication: rule.single_active_replication,
  enabled: !rule.enabled,
})
