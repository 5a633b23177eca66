import { z } from 'zod'
import type { Writing } from './berth.js'
import type { Robot } from './harbor-schemas.js'
import { newSecret, type SecretSink } from './robot-secrets.js'
import { plain, type Report } from './report.js'

const DAY = 86_400
const LONGEST = 36_500

const permissions = z.array(z.object({ resource: z.string(), action: z.string() }))
const givable = z.object({ system: permissions.default([]), project: permissions })
const own = z.object({ name: z.string() })
const prefix = z.object({ robot_name_prefix: z.object({ value: z.string() }) })

type Access = Robot['permissions'][number]['access'][number]

/** What robots here can be given, and which there are. */
export class RobotBringing {
  private constructor(
    private readonly write: Writing,
    private readonly report: Report,
    private readonly secrets: SecretSink,
    private readonly rights: Readonly<Record<string, ReadonlySet<string>>>,
    private readonly prefix: string,
    private readonly sourcePrefix: string,
  ) {}

  /** @param sourcePrefix what names of robots begin with in the source */
  static async start(
    write: Writing,
    report: Report,
    secrets: SecretSink,
    sourcePrefix: string,
  ): Promise<RobotBringing> {
    const rights = await write.one('permissions', givable)
    const configured = await write.one('configurations', prefix)
    const names = (all: z.output<typeof permissions> = []) => new Set(all.map(nameOf))
    return new RobotBringing(
      write,
      report,
      secrets,
      { system: names(rights?.system), project: names(rights?.project) },
      configured?.robot_name_prefix.value ?? 'robot$',
      sourcePrefix,
    )
  }

  /**
   * @param projects names of those that are here
   * @param project  absent: robots of the system
   */
  async bring(
    robots: readonly Robot[],
    projects: ReadonlySet<string>,
    project?: { readonly id: number; readonly name: string },
  ): Promise<void> {
    if (robots.length === 0) return
    const query = encodeURIComponent(project ? `Level=project,ProjectID=${project.id}` : 'Level=system')
    const here = new Set((await this.write.rows(`robots?q=${query}`, own)).map(({ name }) => name))
    for (const robot of robots) {
      const name = bareName(robot.name, this.sourcePrefix, project?.name)
      const shown = this.prefix + (project ? `${project.name}+${name}` : name)
      if (here.has(shown)) this.report.add('robot', name, 'present', '', project?.name)
      else await this.make(robot, { name, shown, projects, ...(project && { project: project.name }) })
    }
  }

  private async make(
    robot: Robot,
    {
      name,
      shown,
      projects,
      project,
    }: { name: string; shown: string; projects: ReadonlySet<string>; project?: string },
  ): Promise<void> {
    const leave = (why: string) => this.report.add('robot', name, 'left', why, project)
    const duration = daysLeft(robot.expires_at ?? -1)
    if (duration === undefined) return leave('It has expired.')
    // To leave out what is denied would give more than there was.
    if (robot.permissions.some(({ access }) => access.some(({ effect }) => effect === 'deny')))
      return leave('It is denied some rights by name, which Berth does not know: make it anew.')
    const rights = robot.permissions.flatMap((one) => {
      const kind = one.kind === 'system' ? 'system' : 'project'
      if (kind === 'project' && one.namespace !== '*' && !projects.has(one.namespace)) {
        this.report.add('robot', `${name} in ${one.namespace}`, 'left', 'The project is not here.', project)
        return []
      }
      const access = one.access.filter((each) => this.isGivable(each, kind, name, project))
      return access.length === 0
        ? []
        : [{ kind, namespace: one.namespace, access: access.map(({ resource, action }) => ({ resource, action })) }]
    })
    if (rights.length === 0) return leave('It has no rights that Berth has.')
    const secret = newSecret()
    const kept = await this.secrets.keep(plain(shown, 400), secret)
    const made = await this.write.make({ kind: 'robot', name, ...(project !== undefined && { project }) }, 'robots', {
      name,
      description: robot.description,
      level: project === undefined ? 'system' : 'project',
      disable: robot.disable ?? false,
      duration,
      secret,
      permissions: rights,
    })
    await (made ? kept.tell() : kept.take())
  }

  private isGivable(access: Access, kind: string, robot: string, project: string | undefined): boolean {
    if (this.rights[kind]?.has(nameOf(access))) return true
    this.report.add('robot', `${robot}: ${nameOf(access)}`, 'left', 'Robots here have no such right.', project)
    return false
  }
}

const nameOf = ({ resource, action }: { resource: string; action: string }) => `${resource}:${action}`

/** A robot's own name, of the one that it signs in with. */
export function bareName(name: string, prefix: string, project: string | undefined): string {
  const rest = name.startsWith(prefix) ? name.slice(prefix.length) : name
  return project !== undefined && rest.startsWith(`${project}+`) ? rest.slice(project.length + 1) : rest
}

/** Whole days until an end in seconds since 1970; -1: for ever. Undefined where it is over. */
export function daysLeft(end: number, now = Date.now()): number | undefined {
  if (end < 0) return -1
  const days = Math.ceil((end - now / 1000) / DAY)
  return days <= 0 ? undefined : Math.min(days, LONGEST)
}
