import { type Inventory, isProxy, type ProjectInventory } from './inventory.js'
import { plain } from './report.js'

/** What an import would bring. */
export interface Plan {
  readonly projects: readonly {
    readonly name: string
    readonly isHere: boolean
    readonly isProxy: boolean
    readonly public: boolean
    readonly repositories: number
    readonly artifacts: number
    readonly bytes: number
    readonly limit: number | undefined
    readonly members: number
    readonly labels: number
    readonly robots: number
    readonly webhooks: number
    readonly retentionRules: number
    readonly immutabilityRules: number
  }[]
  readonly labels: number
  readonly registries: number
  readonly robots: number
  readonly replications: number
  readonly repositories: number
  readonly artifacts: number
  readonly bytes: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** @param here names of the projects that there are already */
export function planOf(inventory: Inventory, here: ReadonlySet<string>): Plan {
  const projects = inventory.projects.map((one) => ({ ...countsOf(one), isHere: here.has(one.project.name) }))
  // Of a proxy cache the copies stay where they are.
  const copied = projects.filter(({ isProxy }) => !isProxy)
  return {
    projects,
    labels: inventory.labels.length,
    registries: inventory.registries.length,
    robots: inventory.robots.length,
    replications: inventory.replications.length,
    repositories: sum(copied.map(({ repositories }) => repositories)),
    artifacts: sum(copied.map(({ artifacts }) => artifacts)),
    bytes: sum(copied.map(({ bytes }) => bytes)),
  }
}

function countsOf(one: ProjectInventory) {
  const { project, repositories, retention } = one
  return {
    name: project.name,
    isProxy: isProxy(one),
    public: project.metadata['public'] === 'true',
    repositories: repositories.length,
    artifacts: sum(repositories.map(({ artifact_count: artifacts, tags_count: tags }) => artifacts ?? tags ?? 0)),
    bytes: one.used,
    limit: one.limit,
    members: one.members.length,
    labels: one.labels.length,
    robots: one.robots.length,
    webhooks: one.webhooks.length,
    retentionRules: retention?.rules.length ?? 0,
    immutabilityRules: one.immutabilities.length,
  }
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
/** In the largest unit that leaves at least one of it. */
export function bytesText(bytes: number): string {
  let [value, unit] = [bytes, 0]
  for (; value >= 1024 && unit < units.length - 1; unit += 1) value /= 1024
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`
}

const headings = [
  'project',
  'repositories',
  'artifacts',
  'size',
  'quota',
  'members',
  'labels',
  'robots',
  'webhooks',
  'retention',
  'immutable',
]

/** For people. */
export function planText({ projects, ...plan }: Plan): string {
  const rows = projects.map((one) => [
    plain(one.name, 40) + (one.isProxy ? ' (proxy)' : '') + (one.isHere ? ' (here already)' : ''),
    String(one.repositories),
    String(one.artifacts),
    bytesText(one.bytes),
    one.limit === undefined ? '?' : one.limit < 0 ? 'none' : bytesText(one.limit),
    ...[one.members, one.labels, one.robots, one.webhooks, one.retentionRules, one.immutabilityRules].map(String),
  ])
  const table = [headings, ...rows]
  const widths = headings.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  return [
    ...lines,
    '',
    `${projects.length} projects, ${plan.repositories} repositories with ${plan.artifacts} artifacts, ${bytesText(plan.bytes)} to copy at most; ` +
      `for all of them ${plan.labels} labels, ${plan.registries} registries, ${plan.robots} robots, ${plan.replications} replication rules.`,
    '',
  ].join('\n')
}
