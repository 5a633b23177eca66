import type { CurrentRights, Identity, Scope } from '@berth/data-plane'
import type { Holding, PostgresMetadata } from '@berth/metadata'
import { projectOf } from '@berth/oci'
import { may, namesGiving, PermissionSet, type Grant, type Subject } from '@berth/rbac'

type Held = Holding & { readonly subject: Subject }

/** What callers hold by the tables that the api keeps, at most a second old: a token gives no more than its caller has at the time. */
export function liveRights(metadata: PostgresMetadata): CurrentRights {
  /** Look-ups answer with the same object for as long as it counts. */
  const subjects = new WeakMap<Holding, Held>()

  async function find(identity: Identity, project: string): Promise<Held | undefined> {
    const caller = callerOf(identity)
    const holding = caller && (await metadata.findHolding({ ...caller, project }))
    if (!caller || !holding?.known) return undefined
    const known = subjects.get(holding)
    if (known) return known
    const held = { ...holding, subject: subjectOf(caller, holding) }
    subjects.set(holding, held)
    return held
  }

  return {
    async limit(identity, repositories) {
      const [somewhere = '', ...others] = new Set([...identity.named, ...repositories].map(projectOf))
      const projects = [somewhere, ...others]
      const found = await Promise.all(projects.map((project) => find(identity, project)))
      const held = new Map<string, Held>()
      for (const [place, one] of found.entries()) {
        if (!one) return undefined
        held.set(projects[place] ?? '', one)
      }
      const [any] = held.values()
      const listsAll = any !== undefined && may(any.subject, 'catalog:read', { scope: 'system' })
      return {
        ...identity,
        may: (scope) => {
          if (scope.type === 'catalog') return identity.listsOwn === true || (identity.may(scope) && listsAll)
          return identity.may(scope) && holds(held.get(projectOf(scope.name)), scope)
        },
      }
    },

    async listRepositories(identity, page) {
      const held = await find(identity, '')
      if (!held) return []
      const { subject } = held
      if (may(subject, 'catalog:read', { scope: 'system' })) return metadata.listRepositories(page)
      const { kind, id } = subject
      return metadata.listPullable({ kind, id, permissions: namesGiving('repository:pull') }, page)
    },
  }
}

/** @returns undefined for a name of which nobody says whose it is */
function callerOf({ subject, caller }: Identity) {
  if (caller) return caller
  return subject === undefined ? ({ kind: 'anonymous', id: 0, mark: '' } as const) : undefined
}

function subjectOf({ kind, id }: Pick<Subject, 'kind' | 'id'>, holding: Holding): Subject {
  const { sysadmin, permissions, project } = holding
  const grants: Grant[] = [{ scope: 'system', permissions: new PermissionSet('system', permissions) }]
  for (const { permissions: held, repositories, tags } of project === null ? [] : holding.grants)
    grants.push({
      scope: project ?? 0,
      permissions: new PermissionSet('project', held),
      ...(repositories && { repositories }),
      ...(tags && { tags }),
    })
  return { kind, id, name: '', sysadmin, grants }
}

function holds(held: Held | undefined, { name, actions }: Extract<Scope, { type: 'repository' }>): boolean {
  if (!held || held.project === null) return false
  const { project, public: isPublic, subject } = held
  const repository = name.slice(projectOf(name).length + 1)
  const place = { scope: 'project', project, public: isPublic, repository } as const
  return actions.every((action) => may(subject, `repository:${action}`, place))
}
