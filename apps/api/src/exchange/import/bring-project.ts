import { z } from 'zod'
import type { Made, Writing } from './berth.js'
import type { Group, Label, Member } from './harbor-schemas.js'
import { allowlistOf } from './bring-allowlist.js'
import { isProxy, type ProjectInventory } from './inventory.js'
import type { Report } from './report.js'

/** Gates that would close the project to the copying itself: they are set once the images are there. */
const gates: ReadonlySet<string> = new Set(['enable_content_trust', 'enable_content_trust_cosign'])
/** What Berth has none of, where it is switched on. */
const ofScanners: ReadonlySet<string> = new Set(['prevent_vul', 'auto_sbom_generation'])
/** Ids of the source: they mean something else here. */
const ids: ReadonlySet<string> = new Set(['retention_id'])
const older = new Map([['reuse_sys_cve_whitelist', 'reuse_sys_cve_allowlist']])

const isOn = (value: string) => /^(true|1)$/i.test(value)

interface Metadata {
  readonly metadata: Record<string, string>
  readonly gates: Record<string, string>
  readonly left: readonly string[]
}

/** What of a project's metadata means something here. */
export function readMetadata(given: Readonly<Record<string, string | null | undefined>>): Metadata {
  const metadata: Record<string, string> = {}
  const gated: Record<string, string> = {}
  const left: string[] = []
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || ids.has(key)) continue
    if (gates.has(key) && isOn(value)) gated[key] = value
    else if (ofScanners.has(key) && isOn(value)) left.push(key)
    else metadata[older.get(key) ?? key] = value
  }
  return { metadata, gates: gated, left }
}

const made = z.object({ project_id: z.int(), name: z.string() })

/**
 * Makes a project with what is its own. One that is here stays as it is.
 * @param registries ids of registries here, by those of the source
 * @returns its id here; undefined where it could not be made
 */
export async function bringProject(
  write: Writing,
  report: Report,
  inventory: ProjectInventory,
  registries: ReadonlyMap<number, number>,
): Promise<number | undefined> {
  const { project, limit } = inventory
  const { name, allowlist } = project
  const what: Made = { kind: 'project', name }
  const { metadata, left } = readMetadata(project.metadata)
  const registry = registries.get(project.registry_id ?? 0)
  if (isProxy(inventory) && registry === undefined) {
    report.add('project', name, 'left', 'It is a proxy cache of a registry that is not here.')
    return undefined
  }
  for (const key of left) report.add('metadata', key, 'left', 'Berth does not scan.', name)
  await write.make(what, 'projects', {
    project_name: name,
    metadata,
    ...(limit !== undefined && { storage_limit: limit }),
    ...(allowlist && { cve_allowlist: allowlistOf(allowlist) }),
    ...(registry !== undefined && { registry_id: registry }),
  })
  return (await write.one(`projects/${name}`, made))?.project_id
}

const gated = z.object({ metadata: z.record(z.string(), z.string().nullish()) })

/** Closes the gates that the source has, for what is pulled from now on. */
export async function closeGates(write: Writing, { project }: ProjectInventory): Promise<void> {
  const here = (await write.one(`projects/${project.name}`, gated))?.metadata ?? {}
  const { gates: wanted } = readMetadata(project.metadata)
  const metadata = Object.fromEntries(Object.entries(wanted).filter(([key]) => !isOn(here[key] ?? '')))
  if (Object.keys(metadata).length > 0)
    await write.change(
      { kind: 'metadata', name: Object.keys(metadata).join(', '), project: project.name },
      `projects/${project.name}`,
      {
        metadata,
      },
    )
}

const noSuchMember = (reason: string) =>
  ['USER_NOT_FOUND', 'NO_SUCH_GROUP', 'ROLE_NOT_FOUND', 'BAD_GROUP_TYPE'].includes(reason)

/** Whoever is here, or in the directory, becomes a member. */
export async function bringMembers(
  write: Writing,
  report: Report,
  { project, members }: ProjectInventory,
  groups: readonly Group[],
): Promise<void> {
  for (const member of members) {
    const { entity_name: name, role_id } = member
    const what: Made = { kind: 'member', name, project: project.name, isMissing: noSuchMember }
    const whom = whoIs(member, groups)
    if (whom) await write.make(what, `projects/${project.name}/members`, { role_id, ...whom })
    else report.add('member', name, 'left', 'The source does not tell which group it is.', project.name)
  }
}

function whoIs({ entity_type: type, entity_id: id, entity_name: name }: Member, groups: readonly Group[]) {
  if (type === 'u') return { member_user: { username: name } }
  const group = groups.find((one) => one.id === id) ?? groups.find((one) => one.group_name === name)
  if (!group) return undefined
  const { group_name, group_type, ldap_group_dn: dn } = group
  return { member_group: { group_name, group_type, ...(dn !== '' && { ldap_group_dn: dn }) } }
}

const ownLabel = z.object({ id: z.int(), name: z.string() })

/** Makes labels. @returns their ids here, by those of the source @param project absent: for all projects */
export async function bringLabels(
  write: Writing,
  labels: readonly Label[],
  project?: { readonly id: number; readonly name: string },
): Promise<ReadonlyMap<number, number>> {
  if (labels.length === 0) return new Map()
  const scope = project ? { scope: 'p', project_id: project.id } : { scope: 'g' }
  for (const { name, description, color } of labels)
    await write.make({ kind: 'label', name, ...(project && { project: project.name }) }, 'labels', {
      name,
      description,
      color,
      ...scope,
    })
  const query = project ? `scope=p&project_id=${project.id}` : 'scope=g'
  const here = new Map((await write.rows(`labels?${query}`, ownLabel)).map(({ id, name }) => [name, id]))
  return new Map(
    labels.flatMap(({ id, name }) => {
      const own = here.get(name)
      return own === undefined ? [] : [[id, own] as const]
    }),
  )
}
