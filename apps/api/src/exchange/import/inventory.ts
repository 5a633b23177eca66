import type { HarborApi } from './harbor-api.js'
import * as harbor from './harbor-schemas.js'
import { noteCounterparts } from './counterparts.js'
import { Reading } from './reading.js'
import type { Report } from './report.js'

/** A project with all that stands around its images. */
export interface ProjectInventory {
  readonly project: harbor.Project
  /** Bytes; -1: as many as it likes. Undefined where the source does not say. */
  readonly limit: number | undefined
  /** Bytes. */
  readonly used: number
  readonly members: readonly harbor.Member[]
  readonly labels: readonly harbor.Label[]
  readonly robots: readonly harbor.Robot[]
  readonly retention: harbor.Retention | undefined
  readonly immutabilities: readonly harbor.Immutability[]
  readonly webhooks: readonly harbor.Webhook[]
  readonly repositories: readonly harbor.Repository[]
}

/** Whether it has its content from another registry. */
export const isProxy = ({ project }: Pick<ProjectInventory, 'project'>): boolean => (project.registry_id ?? 0) > 0

/** What a Harbor holds, but the artifacts themselves. */
export interface Inventory {
  readonly projects: readonly ProjectInventory[]
  readonly labels: readonly harbor.Label[]
  readonly groups: readonly harbor.Group[]
  readonly registries: readonly harbor.Registry[]
  readonly robots: readonly harbor.Robot[]
  readonly replications: readonly harbor.Replication[]
  /** Of CVEs, for all projects that have no list of their own. */
  readonly allowlist: harbor.Allowlist | undefined
  /** What names of robots begin with. */
  readonly robotPrefix: string
}

interface Wanted {
  /** Names of projects; empty: all of them. */
  readonly projects: readonly string[]
  readonly say: (line: string) => void
}

/** Reads all that is to be imported, and tells the report what has no counterpart. Changes nothing anywhere. */
export async function readInventory(
  source: HarborApi,
  report: Report,
  { projects: names, say }: Wanted,
): Promise<Inventory> {
  const read = new Reading(source, report)
  const isAll = names.length === 0
  const projects = (await read.list('projects', 'project', harbor.project)).filter(
    ({ name }) => isAll || names.includes(name),
  )
  for (const name of names)
    if (projects.every((project) => project.name !== name))
      report.add('project', name, 'failed', 'The source has none of this name.')
  const labels = await read.list('labels?scope=g', 'label', harbor.label)
  const groups = await read.list('usergroups', 'member', harbor.group)
  const registries = await read.list('registries', 'registry', harbor.registry)
  // Those of the system have rights in projects that are not asked for, and rules of replication are about all of them.
  const robots = isAll ? await read.list('robots', 'robot', harbor.robot) : []
  const replications = isAll ? await read.list('replication/policies', 'replication', harbor.replication) : []
  const allowlist = isAll ? await read.one('system/CVEAllowlist', 'setting', harbor.allowlist) : undefined
  const settings = await read.one('configurations', 'setting', harbor.configuration)
  const whole: ProjectInventory[] = []
  for (const project of projects) {
    say(`reading ${project.name} (${whole.length + 1} of ${projects.length})`)
    whole.push(await readProject(read, project, report))
  }
  if (isAll) await noteCounterparts(read, report, settings?.auth_mode?.value ?? 'db_auth')
  return {
    projects: whole,
    labels,
    groups,
    registries,
    robots,
    replications,
    allowlist: allowlist ?? undefined,
    robotPrefix: settings?.robot_name_prefix?.value ?? 'robot$',
  }
}

async function readProject(read: Reading, project: harbor.Project, report: Report): Promise<ProjectInventory> {
  const { project_id: id, name } = project
  const [quota] = await read.list(`quotas?reference=project&reference_id=${id}`, 'project', harbor.quota, name)
  const retention = Number(project.metadata['retention_id'] ?? '')
  return {
    project,
    limit: quota?.hard?.storage ?? undefined,
    used: quota?.used?.storage ?? 0,
    members: await read.list(`projects/${id}/members`, 'member', harbor.member, name),
    labels: await read.list(`labels?scope=p&project_id=${id}`, 'label', harbor.label, name),
    robots: await readRobots(read, project, report),
    retention:
      Number.isSafeInteger(retention) && retention > 0
        ? await read.one(`retentions/${retention}`, 'retention', harbor.retention, name)
        : undefined,
    immutabilities: await read.list(`projects/${id}/immutabletagrules`, 'immutability', harbor.immutability, name),
    webhooks: await read.list(`projects/${id}/webhook/policies`, 'webhook', harbor.webhook, name),
    repositories: await readRepositories(read, project, report),
  }
}

/** Before 2.2 robots belong to projects alone, and what they may do is not told. */
async function readRobots(
  read: Reading,
  { project_id: id, name }: harbor.Project,
  report: Report,
): Promise<readonly harbor.Robot[]> {
  const older = await read.list(`projects/${id}/robots`, 'robot', harbor.robot, name)
  const query = encodeURIComponent(`Level=project,ProjectID=${id}`)
  const robots = await read.list(`robots?q=${query}`, 'robot', harbor.robot, name)
  for (const robot of older)
    if (robots.every((one) => one.id !== robot.id))
      report.add('robot', robot.name, 'left', 'The source does not tell its rights: make it anew.', name)
  return robots
}

async function readRepositories(
  read: Reading,
  { project_id: id, name }: harbor.Project,
  report: Report,
): Promise<readonly harbor.Repository[]> {
  const path = read.source.isBeforeArtifacts
    ? `repositories?project_id=${id}`
    : `projects/${encodeURIComponent(name)}/repositories`
  const found = Map.groupBy(await read.list(path, 'repository', harbor.repository, name), (one) =>
    one.name.startsWith(`${name}/`),
  )
  for (const one of found.get(false) ?? [])
    report.add('repository', one.name, 'failed', 'The source lists it in a project where it does not lie.', name)
  return found.get(true) ?? []
}
