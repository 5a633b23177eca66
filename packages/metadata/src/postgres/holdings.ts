import type { Database } from '@berth/database'
import { atPlaces, LookUps } from './look-ups.js'

/** A right that has ended is gone everywhere after so long at the latest. That there is none is not remembered: one that is given counts at once. */
const LEASE_MILLISECONDS = 1_000

/** Lateral, so that neither view is read as a whole. */
const find = {
  name: 'find_holdings',
  text: `
    select w.place, w.kind = 'anonymous' or c.id is not null as known, coalesce(c.sysadmin, false) as sysadmin,
      coalesce(c.permissions, '{}') as permissions, c.ceiling, p.id as project, coalesce(p.public, false) as public,
      (select coalesce(json_agg(json_build_object(
          'permissions', g.permissions, 'repositories', g.repositories, 'tags', g.tags)), '[]')
        from project_grant g where g.project_id = p.id and g.subject_kind = w.kind and g.subject_id = w.id) as grants
    from unnest($1::text[], $2::integer[], $3::text[], $4::text[]) with ordinality as w (kind, id, mark, project, place)
    left join lateral (select * from caller where kind = w.kind and id = w.id and mark = w.mark limit 1) c on true
    left join lateral (select id, public from project where name = w.project limit 1) p on true`,
}

export interface HoldingKey {
  readonly kind: 'user' | 'robot' | 'anonymous'
  readonly id: number
  /** Of the caller's credentials, as a token carries it. */
  readonly mark: string
  /** Name of a project, which need not be there. */
  readonly project: string
}

interface HeldGrant {
  readonly permissions: readonly string[]
  readonly repositories?: readonly string[] | null
  readonly tags?: readonly string[] | null
}

/** What a caller holds in the system and in one project. */
export interface Holding {
  /** Whether the credentials are still somebody's. */
  readonly known: boolean
  readonly sysadmin: boolean
  /** In the system. */
  readonly permissions: readonly string[]
  /** What a token may do at most, in the system and wherever; null: all that its owner may. */
  readonly ceiling: readonly (HeldGrant & { readonly scope: 'system' | 'all' | number })[] | null
  /** Id of the project; null where there is none. */
  readonly project: number | null
  readonly public: boolean
  readonly grants: readonly HeldGrant[]
}

/** Look-ups of what callers hold. */
export function holdingLookUps(db: Database): LookUps<HoldingKey, Holding> {
  return new LookUps<HoldingKey, Holding>(
    async (keys) => {
      const columns = (['kind', 'id', 'mark', 'project'] as const).map((column) => keys.map((key) => key[column]))
      return atPlaces(await db.query<Holding & { place: string }>(find, columns), keys, (row) => row)
    },
    ({ kind, id, mark, project }) => `${kind} ${id} ${mark} ${project}`,
    (holding, { project }) => (isOfUse(holding, project) ? LEASE_MILLISECONDS : 0),
  )
}

/** Whether it is of any use in the project that was asked for; where none was, whether the caller is somebody. */
function isOfUse(holding: Holding, asked: string): boolean {
  const { known, sysadmin, permissions, grants } = holding
  if (!known || asked === '') return known
  return holding.project !== null && (sysadmin || holding.public || permissions.length > 0 || grants.length > 0)
}
