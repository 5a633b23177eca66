import type { ProjectContext } from '../../access/context.js'
import type { RobotCreation, RobotCreationV1 } from './robots.schema.js'

const DAY_SECONDS = 24 * 3600

/** Resources stand below their project: `/project/1/repository`. */
const relative = (resource: string) => resource.replace(/^\/project\/[^/]+\//, '')

/** Whole days, so that the robot ends no earlier than was asked for. */
function durationUntil(seconds: number | undefined, now: number): number {
  if (seconds === undefined || seconds === 0) return 0
  return seconds < 0 ? -1 : Math.max(1, Math.ceil((seconds - now / 1000) / DAY_SECONDS))
}

/** What a client of the older operations asks for, as it is asked for today. */
export function creationOf(
  { name, description, access, expires_at: expiresAt }: RobotCreationV1,
  project: ProjectContext,
  now = Date.now(),
): RobotCreation {
  return {
    name,
    description,
    level: 'project',
    disable: false,
    duration: durationUntil(expiresAt, now),
    permissions: [
      {
        kind: 'project',
        namespace: project.name,
        access: access.map((one) => ({ ...one, resource: relative(one.resource) })),
      },
    ],
    created_project_access: [],
    trust: [],
  }
}
