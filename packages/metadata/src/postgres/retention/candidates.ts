import { type RetentionCandidate, selectorsText } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import type { Digest, RepositoryName } from '@berth/oci'
import { withAccessories } from '../accessories.js'
import { youth } from '../reclaim.js'
import { isPart } from '../rules/parts.js'
import { findTagRule, type TagRules, tagRulesOf } from '../rules/tag-rules.js'

/** An artifact that retention may take, with what speaks against it. */
export interface Candidate extends RetentionCandidate {
  readonly id: string
  readonly digest: Digest
  readonly pushedAt: number
  /** Bytes. */
  readonly size: number
  readonly isPart: boolean
  /** The rule that keeps one of its tags, or of those of what goes with it. */
  readonly tagRule: string | undefined
}

const columns = `
  a.id, a.digest, a.total_size::float8 as size, coalesce(t.names, '{}') as tags, ${isPart('a.repository_id', 'a.digest')} as part,
  extract(epoch from greatest(a.pushed_at, t.pushed_at))::float8 * 1000 as pushed,
  extract(epoch from greatest(a.pulled_at, t.pulled_at))::float8 * 1000 as pulled`

/** A signature, an SBOM or a child of an index is none by itself: it goes with what it belongs to. */
const from = `
  artifact a cross join lateral (
    select array_agg(name order by name) as names, max(pushed_at) as pushed_at, max(pulled_at) as pulled_at
    from tag where artifact_id = a.id
  ) t
  where a.repository_id = $1 and a.is_listed and not a.is_accessory`

/** What has no tag yet may be part of a push on its way. */
const page = {
  name: 'list_retention_candidates',
  text: `
    select ${columns} from ${from} and a.id > $2
      and (a.is_tagged or a.pushed_at <= now() - make_interval(secs => $3))
    order by a.id limit $4`,
}

const some = {
  name: 'find_retention_candidates',
  text: `select ${columns} from ${from} and a.id = any ($2::bigint[])`,
}

const rules = {
  name: 'find_tag_rules_of_repository',
  text: `select ${tagRulesOf('r.project_id')} as rules from repository r where r.id = $1`,
}

/** Tags of what goes with each of these: of a signature that cosign has pushed, say. */
const accessoryTags = {
  name: 'list_tags_of_accessories',
  text: `
    with recursive ${withAccessories('f', 'select * from artifact where id = any ($1::bigint[])', 'root')}
    select f.root as id, array_agg(distinct t.name) as tags from f join tag t on t.artifact_id = f.id where f.id <> f.root group by f.root`,
}

interface Row {
  id: string
  digest: Digest
  size: number
  tags: string[]
  part: boolean
  pushed: number
  pulled: number | null
}

export interface CandidateRepository {
  readonly id: string
  readonly name: RepositoryName
}

function readCandidate({ id, digest, size, tags, part, pushed, pulled }: Row, tagRule: string | undefined): Candidate {
  const isKept = part || tagRule !== undefined
  return { id, digest, size, tags, isPart: part, pushedAt: pushed, pulledAt: pulled, tagRule, isKept }
}

/** The first rule that keeps any of the tags. No rule lets the platform itself pass. */
function tagRuleOf(tagRules: TagRules, name: RepositoryName, tags: readonly string[]): string | undefined {
  if (tagRules === null) return undefined
  for (const tag of tags) {
    const rule = findTagRule(tagRules, name, tag)
    if (rule) return selectorsText(rule)
  }
  return undefined
}

/** What retention may take of a repository, after `after` in the order of their ids. */
export async function listCandidates(
  db: Queryable,
  { id, name }: CandidateRepository,
  graceSeconds: number,
  after: string,
  limit: number,
): Promise<Candidate[]> {
  const rows = await db.query<Row & Record<string, unknown>>(page, [id, after, youth(graceSeconds), limit])
  const [found] = await db.query<{ rules: TagRules }>(rules, [id])
  const tagRules = found?.rules ?? null
  // Nothing else asks for them, and most projects have no rules.
  const others =
    tagRules === null ? [] : await db.query<{ id: string; tags: string[] }>(accessoryTags, [rows.map((row) => row.id)])
  const withIt = new Map(others.map((row) => [row.id, row.tags]))
  return rows.map((row) => readCandidate(row, tagRuleOf(tagRules, name, [...row.tags, ...(withIt.get(row.id) ?? [])])))
}

/** Those of them that are there still, as they are now. */
export async function findCandidates(
  db: Queryable,
  repositoryId: string,
  ids: readonly string[],
): Promise<Map<string, Pick<Candidate, 'tags' | 'pushedAt' | 'pulledAt'>>> {
  const rows = await db.query<Row & Record<string, unknown>>(some, [repositoryId, ids])
  return new Map(rows.map(({ id, tags, pushed, pulled }) => [id, { tags, pushedAt: pushed, pulledAt: pulled }]))
}
