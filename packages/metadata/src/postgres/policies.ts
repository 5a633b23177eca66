import type { Database } from '@berth/database'
import { projectOf, type RepositoryName } from '@berth/oci'
import { atPlaces, LookUps } from './look-ups.js'
import { readProxySettings, type ProxySettings } from './proxy/proxy-settings.js'
import type { Signer } from './signed.js'

/** What an administrator changes here acts on every registry process after so long at the latest. */
const LEASE_MILLISECONDS = 1_000

/** SQL: whether a project's metadata switch something on. */
function isOn(key: string): string {
  return `coalesce(lower(p.metadata ->> '${key}') in ('true', '1'), false)`
}

/** A project that is not there has a policy, too: what holds for the whole system holds for it. */
const find = {
  name: 'find_policies',
  text: `
    select
      w.place,
      coalesce((select value = 'true' from setting where key = 'read_only'), false) as system_read_only,
      coalesce(p.metadata ->> 'read_only' = 'true', false) as project_read_only,
      ${isOn('enable_content_trust_cosign')} as cosign, ${isOn('enable_content_trust')} as notation,
      p.id as project_id, p.registry_id, p.metadata,
      exists (select from quota q where q.project_id = p.id and q.hard_bytes >= 0) as limited,
      coalesce((select not 'pull_artifact' = any (string_to_array(replace(value #>> '{}', ' ', ''), ','))
        from setting where key = 'disabled_audit_log_event_types'), false)
      or exists (select from webhook_policy h
        where h.project_id = p.id and h.enabled and 'PULL_ARTIFACT' = any (h.event_types)) as tells_pulls
    from unnest($1::text[]) with ordinality as w (project, place) left join project p on p.name = w.project`,
}

/** What is asked of those who use a project. */
export interface StoredPolicy {
  /** Whose word it is that nothing may change. Absent where it may. */
  readonly readOnly: 'system' | 'project' | undefined
  /** Whose signatures everything that is pulled has to have. */
  readonly signedBy: readonly Signer[]
  /** Whether its storage has a limit. */
  readonly limited: boolean
  /** Whether pulls are written down: for the audit log, or because a webhook is told of them. */
  readonly tellsPulls: boolean
  /** Where its content comes from, if not from those who push. */
  readonly proxy?: ProxySettings | undefined
}

interface Row {
  place: string
  system_read_only: boolean
  project_read_only: boolean
  cosign: boolean
  notation: boolean
  limited: boolean
  tells_pulls: boolean
  project_id: number | null
  registry_id: number | null
  metadata: Readonly<Record<string, string>> | null
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

  async of(repository: RepositoryName, when: 'lately' | 'now' = 'lately'): Promise<StoredPolicy> {
    const project = projectOf(repository)
    if (when === 'now') this.#lookUps.forget(project)
    return (
      (await this.#lookUps.find(project)) ?? {
        readOnly: undefined,
        signedBy: [],
        limited: false,
        tellsPulls: false,
      }
    )
  }
}

function toPolicy(row: Row): StoredPolicy {
  const signers = ['cosign', 'notation'] as const
  return {
    readOnly: row.system_read_only ? 'system' : row.project_read_only ? 'project' : undefined,
    signedBy: signers.filter((signer) => row[signer]),
    limited: row.limited,
    tellsPulls: row.tells_pulls,
    ...(row.project_id !== null &&
      row.registry_id !== null && { proxy: readProxySettings(row.project_id, row.registry_id, row.metadata ?? {}) }),
  }
}
