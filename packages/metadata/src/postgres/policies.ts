import type { Database } from '@berth/database'
import { projectOf, type RepositoryName } from '@berth/oci'
import { atPlaces, LookUps } from './look-ups.js'

/** What an administrator changes here acts on every registry process after so long at the latest. */
const LEASE_MILLISECONDS = 1_000

/** A project that is not there has a policy, too: what holds for the whole system holds for it. */
const find = {
  name: 'find_policies',
  text: `
    select
      w.place,
      coalesce((select value = 'true' from setting where key = 'read_only'), false) as system_read_only,
      coalesce(p.metadata ->> 'read_only' = 'true', false) as project_read_only
    from unnest($1::text[]) with ordinality as w (project, place) left join project p on p.name = w.project`,
}

/** What is asked of those who use a project. */
export interface StoredPolicy {
  /** Whose word it is that nothing may change. Absent where it may. */
  readonly readOnly: 'system' | 'project' | undefined
}

interface Row {
  place: string
  system_read_only: boolean
  project_read_only: boolean
}

/** Policies of projects, each answered again for the time of its lease. */
export class Policies {
  readonly #lookUps: LookUps<string, StoredPolicy>

  constructor(db: Database) {
    this.#lookUps = new LookUps(
      async (projects) => atPlaces(await db.query<Row>(find, [projects]), projects, toPolicy),
      (project) => project,
      LEASE_MILLISECONDS,
    )
  }

  async of(repository: RepositoryName): Promise<StoredPolicy> {
    return (await this.#lookUps.find(projectOf(repository))) ?? { readOnly: undefined }
  }
}

function toPolicy(row: Row): StoredPolicy {
  if (row.system_read_only) return { readOnly: 'system' }
  return { readOnly: row.project_read_only ? 'project' : undefined }
}
