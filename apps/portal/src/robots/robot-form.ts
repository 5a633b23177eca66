import { nameOf, partsOf } from '@berth/rbac'
import type { Access, Robot, RobotOwner, RobotRights } from './robots.queries'
import { type TrustForm, trustForm, trustOf } from './trust-form'

/** Rights in one project, or in all of them. */
export interface PlaceRights {
  /** A project's name, or {@link EVERYWHERE}. */
  readonly namespace: string
  /** `resource:action` */
  readonly permissions: readonly string[]
  /** Patterns of the repositories in which they count; none: in all. */
  readonly repositories?: readonly string[]
}

export interface RobotForm {
  name: string
  description?: string
  /** Days; undefined: for ever. */
  days?: number | null
  isForEver: boolean
  places: PlaceRights[]
  system: readonly string[]
  created: readonly string[]
  trust: TrustForm[]
  /** Of one's own choice, for a new one. */
  secret?: string
}

export const EVERYWHERE = '*'
const SYSTEM = '/'
const usualDays = 30

const accessOf = (permissions: readonly string[]): Access[] => permissions.map(partsOf)
const namesOf = (access: readonly Access[]) => access.map(nameOf)

/** A form that nobody has filled in, or one with what a robot is now. */
export function formOf(owner: RobotOwner, robot: Robot | undefined): RobotForm {
  const namespace = owner === 'system' ? EVERYWHERE : owner.project
  if (robot === undefined) {
    const places = [{ namespace, permissions: owner === 'system' ? [] : ['repository:pull'] }]
    return {
      name: '',
      days: usualDays,
      isForEver: false,
      places: owner === 'system' ? [] : places,
      system: [],
      created: [],
      trust: [],
    }
  }
  const inProjects = robot.permissions.filter(({ kind }) => kind === 'project')
  const places = inProjects.map((right) => ({
    namespace: right.namespace,
    permissions: namesOf(right.access),
    repositories: right.repositories ?? [],
  }))
  return {
    name: robot.name,
    description: robot.description ?? '',
    days: robot.duration === -1 ? usualDays : robot.duration,
    isForEver: robot.duration === -1,
    places: owner !== 'system' && places.length === 0 ? [{ namespace, permissions: [] }] : places,
    system: robot.permissions.filter(({ kind }) => kind === 'system').flatMap(({ access }) => namesOf(access)),
    created: namesOf(robot.created_project_access),
    trust: robot.trust.map(trustForm),
  }
}

/** What was filled in, with what the form does not show: where a robot of a project has its rights, and what such a one has not. */
export function completed(owner: RobotOwner, robot: Robot | undefined, given: Partial<RobotForm>): RobotForm {
  const form = { ...formOf(owner, robot), ...given }
  if (owner === 'system') return form
  return { ...form, places: form.places.map((place) => ({ ...place, namespace: owner.project })) }
}

/** What the form asks for, without places in which nothing is given. */
export function rightsOf({ places, system }: Pick<RobotForm, 'places' | 'system'>): RobotRights {
  const inSystem = { kind: 'system' as const, namespace: SYSTEM, access: accessOf(system) }
  const inPlaces = places.map(({ namespace, permissions, repositories = [] }) => ({
    kind: 'project' as const,
    namespace,
    access: accessOf(permissions),
    ...(repositories.length > 0 && { repositories: [...repositories] }),
  }))
  return [inSystem, ...inPlaces].filter(({ access }) => access.length > 0)
}

/** What is sent beside name and level. */
export function changesOf(form: RobotForm) {
  return {
    description: form.description ?? '',
    duration: form.isForEver ? -1 : (form.days ?? usualDays),
    permissions: rightsOf(form),
    created_project_access: accessOf(form.created),
    trust: form.trust.map(trustOf),
  }
}
