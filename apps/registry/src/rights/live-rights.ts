import type { CurrentRights, Identity, Scope } from '@berth/data-plane'
import type { Holding, HoldingKey, Lease, PostgresMetadata } from '@berth/metadata'
import { projectOf, type RepositoryName } from '@berth/oci'
import { may, namesGiving, readGrant, type Subject } from '@berth/rbac'
import { LRUCache } from 'lru-cache'

/** Projects of all identities whose limits are remembered: for each there are lists of permissions. */
const REMEMBERED_PROJECTS = 1_000

type Held = Holding & { readonly subject: Subject }

/** What callers hold by the tables that the api keeps, at most a second old: a token gives no more than its caller has at the time. */
export function liveRights(metadata: PostgresMetadata): CurrentRights {
  /** What was found last: an identity is one object for as long as its token is remembered, and asks for the same again and again. */
  const limits = new LRUCache<Identity, Limited>({
    maxSize: REMEMBERED_PROJECTS,
    sizeCalculation: ({ projects }) => projects,
  })

  async function find(key: HoldingKey): Promise<Lease<Held> | undefined> {
    const lease = await metadata.leaseHolding(key)
    if (!lease?.value.known) return undefined
    return { ...lease, value: { ...lease.value, subject: subjectOf(key, lease.value) } }
  }

  return {
    async limit(identity, repositories) {
      const last = limits.get(identity)
      if (last && last.until > performance.now() && isSame(last.repositories, repositories)) return last.limited
      const keys = keysOf(identity, repositories)
      const leases = (await Promise.all(keys.map(find))).filter((lease) => lease !== undefined)
      if (leases.length === 0 || leases.length < keys.length) return undefined
      const held = new Map(leases.map(({ value }, place) => [keys[place]?.project ?? '', value]))
      const limited = limit(identity, held)
      const until = Math.min(...leases.map((lease) => lease.until))
      limits.set(identity, { repositories, projects: keys.length, limited, until })
      return limited
    },

    async listRepositories(identity, page) {
      const [key] = keysOf(identity, [])
      const held = key && (await find({ ...key, project: '' }))
      if (!held) return []
      const { subject } = held.value
      if (may(subject, 'catalog:read', { scope: 'system' })) return metadata.listRepositories(page)
      const { kind, id } = subject
      const permissions = namesGiving('repository:pull')
      const within = pullableWithin(subject)
      return metadata.listPullable({ kind, id, permissions, everywhere: subject.sysadmin, within }, page)
    },
  }
}

interface Limited {
  readonly repositories: readonly RepositoryName[]
  /** How many. */
  readonly projects: number
  readonly limited: Identity
  /** On the clock of `performance.now()`. */
  readonly until: number
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, place) => item === other[place])
}

/** One for each project that the identity or the request names, at least one; none for a name of which nobody says whose it is. */
function keysOf(identity: Identity, repositories: readonly RepositoryName[]): HoldingKey[] {
  const caller = callerOf(identity)
  if (!caller) return []
  const [somewhere = '', ...others] = new Set([...identity.named, ...repositories].map(projectOf))
  return [somewhere, ...others].map((project) => ({ ...caller, project }))
}

/** @param held by name of project */
function limit(identity: Identity, held: ReadonlyMap<string, Held>): Identity {
  const [any] = held.values()
  const listsAll = any !== undefined && may(any.subject, 'catalog:read', { scope: 'system' })
  return {
    ...identity,
    may: (scope) => {
      if (scope.type === 'catalog') return identity.listsOwn === true || (identity.may(scope) && listsAll)
      return identity.may(scope) && holds(held.get(projectOf(scope.name)), scope)
    },
  }
}

function callerOf({ subject, caller }: Identity) {
  if (caller) return caller
  return subject === undefined ? ({ kind: 'anonymous', id: 0, mark: '' } as const) : undefined
}

function subjectOf({ kind, id }: Pick<Subject, 'kind' | 'id'>, holding: Holding): Subject {
  const { sysadmin, permissions, ceiling, project } = holding
  const grants = [readGrant({ scope: 'system', permissions })]
  if (project !== null) grants.push(...holding.grants.map((grant) => readGrant({ ...grant, scope: project })))
  return { kind, id, name: '', sysadmin, grants, ...(ceiling && { ceiling: ceiling.map(readGrant) }) }
}

/** Projects whose repositories the ceiling leaves to be pulled, all of them; null: it leaves every project. */
function pullableWithin({ ceiling }: Subject): number[] | null {
  if (!ceiling) return null
  const scopes = ceiling.flatMap((grant) =>
    grant.scope === 'system' || grant.repositories || grant.tags || !grant.permissions.has('repository:pull')
      ? []
      : [grant.scope],
  )
  return scopes.includes('all projects') ? null : scopes.filter((scope) => scope !== 'all projects')
}

function holds(held: Held | undefined, { name, actions }: Extract<Scope, { type: 'repository' }>): boolean {
  if (!held || held.project === null) return false
  const { project, public: isPublic, subject } = held
  const repository = name.slice(projectOf(name).length + 1)
  const place = { scope: 'project', project, public: isPublic, repository } as const
  return actions.every((action) => may(subject, `repository:${action}`, place))
}
