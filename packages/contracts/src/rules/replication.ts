import { type NameSelector, selects } from './name-selector.js'
import { isPattern, matchesPattern } from './pattern.js'

/** What starts a replication. */
export const replicationTriggers = ['manual', 'scheduled', 'event_based'] as const
export type ReplicationTrigger = (typeof replicationTriggers)[number]

/** What a filter is about. */
export const replicationFilterTypes = ['name', 'tag', 'label', 'resource'] as const

/** The most rules that there are. */
export const MOST_REPLICATIONS = 500
/** The most filters of a rule. */
export const MOST_FILTERS = 32
/** The most labels that a filter names. */
export const MOST_FILTER_LABELS = 50
/** The most components of a name that a namespace takes the place of one by one. */
export const MOST_FLATTENED = 3

/** A filter as clients give it and a policy keeps it. */
export interface GivenReplicationFilter {
  readonly type: string
  /** Of a label filter a list, of the others a text. */
  readonly value: unknown
  readonly decoration?: string | undefined
}

/** What a policy copies: what passes all of these. */
export interface ReplicationFilters {
  /** Patterns. */
  readonly names: readonly string[]
  readonly tags: readonly NameSelector[]
  readonly labels: readonly { readonly names: readonly string[]; readonly excludes: boolean }[]
  readonly isOfImages: boolean
}

/** What filters are asked of. */
export interface ReplicationCandidate {
  /** Full name. */
  readonly repository: string
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  /** A container image, or an index of some. */
  readonly isImage: boolean
}

const isLabels = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length <= MOST_FILTER_LABELS &&
  value.every((name) => typeof name === 'string' && name !== '' && name.length <= 128)

/** Which part of a filter cannot be understood; undefined where all can. */
export function replicationFilterFault({
  type,
  value,
  decoration = '',
}: GivenReplicationFilter): 'type' | 'value' | 'decoration' | undefined {
  const isDecorated = type === 'tag' || type === 'label'
  if (decoration !== '' && !(isDecorated && (decoration === 'matches' || decoration === 'excludes')))
    return 'decoration'
  switch (type) {
    case 'name':
    case 'tag':
      return typeof value === 'string' && (value === '' || isPattern(value)) ? undefined : 'value'
    case 'label':
      return isLabels(value) ? undefined : 'value'
    case 'resource':
      return value === '' || value === 'image' || value === 'artifact' ? undefined : 'value'
    default:
      return 'type'
  }
}

/** @throws {Error} where a filter cannot be understood: what it would have kept back must not be copied */
export function readReplicationFilters(given: readonly GivenReplicationFilter[]): ReplicationFilters {
  const fault = given.find((filter) => replicationFilterFault(filter) !== undefined)
  if (fault) throw new Error(`the filter of the type ${fault.type} cannot be understood`)
  const ofType = (wanted: string) => given.filter(({ type, value }) => type === wanted && value !== '')
  const isExcluding = ({ decoration }: GivenReplicationFilter) => decoration === 'excludes'
  return {
    names: ofType('name').map(({ value }) => String(value)),
    tags: ofType('tag').map((filter) => ({ pattern: String(filter.value), excludes: isExcluding(filter) })),
    labels: ofType('label').flatMap((filter) =>
      isLabels(filter.value) && filter.value.length > 0 ? [{ names: filter.value, excludes: isExcluding(filter) }] : [],
    ),
    isOfImages: ofType('resource').some(({ value }) => value === 'image'),
  }
}

export function isNameReplicated({ names }: Pick<ReplicationFilters, 'names'>, repository: string): boolean {
  return names.every((pattern) => matchesPattern(pattern, repository))
}

/** Of several patterns that a name has to match, the one by which the fewest names have to be looked at; empty where there is none. */
export function narrowestName({ names }: Pick<ReplicationFilters, 'names'>): string {
  const plain = names.find(isPlainName)
  return plain ?? names.reduce((best, one) => (commonStart(one).length > commonStart(best).length ? one : best), '')
}

/**
 * Which tags of an artifact are copied: none of an artifact that has no tag, and is copied all the same. An artifact without a tag passes a
 * filter as if its tag were empty.
 *
 * @returns undefined where it is not copied
 */
export function replicatedTags(
  filters: ReplicationFilters,
  { repository, tags, labels, isImage }: ReplicationCandidate,
): readonly string[] | undefined {
  if (!isNameReplicated(filters, repository) || (filters.isOfImages && !isImage)) return undefined
  const isLabelled = filters.labels.every(
    ({ names, excludes }) => names.every((name) => labels.includes(name)) !== excludes,
  )
  if (!isLabelled) return undefined
  return passingTags(filters, tags)
}

/** The part of {@link replicatedTags} that is about tags alone. */
export function passingTags(
  { tags: selectors }: Pick<ReplicationFilters, 'tags'>,
  tags: readonly string[],
): readonly string[] | undefined {
  const passes = (tag: string) => selectors.every((selector) => selects(selector, tag))
  if (tags.length === 0) return passes('') ? tags : undefined
  const passing = tags.filter(passes)
  return passing.length > 0 ? passing : undefined
}

/** Where a pattern first says something else than itself. */
const SIGNS = /[*?[\]{}\\]/

/** What all names have in common that a pattern matches: some of their first components, each with its slash. */
export function commonStart(pattern: string): string {
  const place = pattern.search(SIGNS)
  const plain = place === -1 ? pattern : pattern.slice(0, place)
  return plain.slice(0, plain.lastIndexOf('/') + 1)
}

/** Whether a pattern is a name, and matches nothing else. */
export const isPlainName = (pattern: string): boolean => pattern !== '' && !SIGNS.test(pattern)

/**
 * Name of a repository at its destination. The last component always stays.
 *
 * @param namespace    empty: the name is the same
 * @param replaceCount how many of the first components it takes the place of; -1: of all
 */
export function destinationName(repository: string, namespace: string, replaceCount: number): string {
  if (namespace === '') return repository
  const components = repository.split('/')
  const most = components.length - 1
  const replaced = replaceCount < 0 ? most : Math.min(replaceCount, most)
  return [namespace, ...components.slice(replaced)].join('/')
}
