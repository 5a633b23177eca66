import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { isTag } from '@berth/oci'
import { isSystemPermission, may, maySomewhere, type ProjectPlace, type Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import sql from 'sql-template-tag'
import { Database } from '../database/database.js'
import { forbidden } from './forbidden.js'
import { locators } from './locators.js'
import type { PlaceRule } from './needs.js'
import { pathParameter } from './path-parameter.js'
import { type FoundPlace, PlaceFinder, type PlaceReference } from './place-finder.js'
import { locatedId, projectNamed, readReference } from './read-reference.js'
import { RoleFinder } from './role-finder.js'

/** A project that nobody has a role in. */
const nowhere = { scope: 'project', project: 0, public: false } as const

type ProjectOrSystemRule = Extract<PlaceRule, { readonly scope: 'project or system' }>

/** What holds where a request names no project. */
function requireOutsideProjects({ permission, scope }: PlaceRule, subject: Subject): void {
  if (scope === 'project or signed in' && subject.kind !== 'anonymous') return
  // Another rule names a permission that is one in the system, too.
  if (isSystemPermission(permission) && may(subject, permission, { scope: 'system' })) return
  throw subject.kind === 'anonymous' ? new UserError('UNAUTHENTICATED') : new UserError('SYSTEM_ADMIN_ONLY')
}

/** @throws {UserError} UNAUTHENTICATED, and what the request gets wrong: of that an anonymous caller learns nothing */
function referenceFor(subject: Subject, rule: PlaceRule, request: FastifyRequest): PlaceReference | undefined {
  try {
    return readReference(rule, request)
  } catch (error) {
    throw subject.kind === 'anonymous' && error instanceof UserError ? new UserError('UNAUTHENTICATED') : error
  }
}

/** Holds rules that are about one project against whoever asks. */
@Injectable()
export class PlaceGuard {
  constructor(
    private readonly places: PlaceFinder,
    private readonly roles: RoleFinder,
    private readonly database: Database,
  ) {}

  /**
   * Finds the place and what the subject holds in it, and puts both on the request.
   * @throws {UserError} UNAUTHENTICATED, PROJECT_NOT_FOUND, NOT_FOUND, FORBIDDEN
   */
  async enforce(rule: PlaceRule, subject: Subject, request: FastifyRequest): Promise<void> {
    const reference = referenceFor(subject, rule, request)
    if (!reference) return requireOutsideProjects(rule, subject)
    const found = await this.places.find(reference, subject)
    if (found) request.aimedAt = found.project
    const holds = 'partly' in rule ? maySomewhere : may
    if (found && holds(found.subject, rule.permission, placeOf(found, reference, request))) {
      request.subject = found.subject
      request.found = found
      return
    }
    if (!found && rule.scope === 'project or system' && (await this.isOfSystem(rule, request)))
      return requireOutsideProjects(rule, subject)
    // An anonymous caller learns nothing of what exists.
    if (subject.kind === 'anonymous') throw new UserError('UNAUTHENTICATED')
    if ('parameter' in rule && !found) throw new UserError('NOT_FOUND')
    // Who does not hold it everywhere does not learn that there is no such project.
    if (found || !may(subject, rule.permission, nowhere)) throw forbidden(rule.permission, await this.roles.all())
    throw new UserError('PROJECT_NOT_FOUND', { project: projectNamed(rule, request) })
  }

  private async isOfSystem(rule: ProjectOrSystemRule, request: FastifyRequest): Promise<boolean> {
    if (!('parameter' in rule)) return false
    const located = locators[rule.of](locatedId(rule.parameter, request))
    return (
      (await this.database.row(sql`select 1 as found from (${located}) l where l.project_id is null`)) !== undefined
    )
  }
}

/** @throws {UserError} REPOSITORY_NOT_FOUND, ARTIFACT_NOT_FOUND where the rule is about one that is not there */
export function requireFound(rule: PlaceRule, request: FastifyRequest): void {
  if ((rule.of !== 'repository' && rule.of !== 'artifact') || 'mayLack' in rule) return
  const { project, repository, artifact } = request.found ?? {}
  const full = `${project?.name ?? ''}/${readReference(rule, request)?.repository ?? ''}`
  if (!repository) throw new UserError('REPOSITORY_NOT_FOUND', { repository: full })
  const reference = pathParameter(request, 'reference') ?? ''
  if (rule.of === 'artifact' && !artifact) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: full })
}

/**
 * As far as the path says: a tag by itself, or as the name of an artifact that is looked at. What changes an artifact is about all of its
 * tags, and a new tag is none of the path's: whoever is kept to some tags may do neither.
 */
function placeOf(
  { project }: FoundPlace,
  { repository, artifact }: PlaceReference,
  request: FastifyRequest,
): ProjectPlace {
  const isNamed = artifact !== undefined && isTag(artifact) && (request.method === 'GET' || request.method === 'HEAD')
  const tag = pathParameter(request, 'tag_name') ?? (isNamed ? artifact : undefined)
  return {
    scope: 'project',
    project: project.id,
    public: project.public,
    ...(repository === undefined ? {} : { repository }),
    ...(tag === undefined ? {} : { tag }),
  }
}
