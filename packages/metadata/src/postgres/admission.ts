import { DistributionError, type RepositoryName } from '@berth/oci'
import type { Database, Queryable } from '@berth/database'
import { atPlaces, LookUps } from './look-ups.js'
import { passedLimit, refuseOver } from './rules/quota.js'
import { requireProjectOf } from './repositories.js'

/** What is found to be open may be answered again for so long: whether bytes still fit is looked at anew when they are linked. */
const LEASE_MILLISECONDS = 1_000

const findOpen = {
  name: 'find_open_projects',
  text: `
    select w.place from unnest($1::text[]) with ordinality as w (project, place) join project p on p.name = w.project
    where ${passedLimit('p.id', '0')} is null`,
}

const findLimit = {
  name: 'find_passed_limit',
  text: `select ${passedLimit('p.id', '$2')} as passed from project p where p.name = $1`,
}

/** Whether a project takes uploads: it is there, and has room. */
export class Admission {
  readonly #open: LookUps<string, object>

  constructor(private readonly db: Database) {
    this.#open = new LookUps(
      (projects) => findOpenProjects(db, projects),
      (project) => project,
      LEASE_MILLISECONDS,
    )
  }

  /** @throws {DistributionError} NAME_INVALID, NAME_UNKNOWN, DENIED */
  async check(repository: RepositoryName): Promise<void> {
    const project = requireProjectOf(repository)
    if (await this.#open.find(project)) return
    await this.checkBytes(repository, 0)
  }

  /** @throws {DistributionError} NAME_INVALID, NAME_UNKNOWN @throws {UserError} QUOTA_EXCEEDED where so many more do not fit */
  async checkBytes(repository: RepositoryName, bytes: number): Promise<void> {
    const project = requireProjectOf(repository)
    const [row] = await this.db.query<{ passed: string | null }>(findLimit, [project, bytes])
    if (!row) throw new DistributionError('NAME_UNKNOWN', `project ${project} not found`)
    refuseOver(row.passed)
  }
}

async function findOpenProjects(db: Queryable, projects: readonly string[]): Promise<(object | undefined)[]> {
  const rows = await db.query<{ place: string }>(findOpen, [projects])
  return atPlaces(rows, projects, (row) => row)
}
