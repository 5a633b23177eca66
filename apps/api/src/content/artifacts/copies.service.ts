import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { copyArtifact } from '@berth/metadata'
import { isDigest, isRepositoryName, isTag, parseRepositoryName, projectOf } from '@berth/oci'
import { may, type ProjectPermission, type Subject } from '@berth/rbac'
import type { ArtifactContext, ProjectContext } from '../../access/context.js'
import { forbidden } from '../../access/forbidden.js'
import { PlaceFinder, projectBy } from '../../access/place-finder.js'
import { RoleFinder } from '../../access/role-finder.js'
import { Database } from '../../database/database.js'
import { Created } from '../../edge/results.js'
import { artifactAddress } from './artifact-address.js'

/** Who copies has looked at it, and could have pulled it. */
const NEEDED: readonly ProjectPermission[] = ['artifact:read', 'repository:pull']

@Injectable()
export class CopiesService {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceFinder,
    private readonly roles: RoleFinder,
  ) {}

  /** @param into name of the repository within the project; it may be new */
  async copy(project: ProjectContext, into: string, from: string, subject: Subject, actor: Actor): Promise<Created> {
    const to = parseRepositoryName(`${project.name}/${into}`)
    const { digest, reference, repository } = await this.source(from, subject)
    const tag = isTag(reference) ? { tag: reference } : {}
    const copied = await this.database.transaction((transaction) =>
      copyArtifact(transaction, { from: repository.name, digest, to, ...tag, actor }),
    )
    if (!copied) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
    return new Created(artifactAddress(project, into, digest))
  }

  private async source(from: string, subject: Subject): Promise<ArtifactContext> {
    const { repository, reference } = parseSource(from)
    const project = projectOf(repository)
    const inside = repository.slice(project.length + 1)
    const asked = { project: projectBy.name(project), repository: inside, artifact: reference }
    const found = await this.places.find(asked, subject)
    const place = {
      scope: 'project',
      project: found?.project.id ?? 0,
      public: found?.project.public ?? false,
      repository: inside,
      ...(isTag(reference) ? { tag: reference } : {}),
    } as const
    const lacked = NEEDED.find((permission) => !may(found?.subject ?? subject, permission, place))
    if (lacked) throw forbidden(lacked, await this.roles.all())
    if (!found?.artifact) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository })
    return found.artifact
  }
}

/** `project/repository:tag` or `project/repository@digest`. @throws {UserError} BAD_COPY_SOURCE */
function parseSource(from: string) {
  const [, repository = '', tag, digest] = /^([^:@]+)(?::([^:@]+)|@(.+))$/.exec(from) ?? []
  const reference = tag ?? digest ?? ''
  const isKnown = tag === undefined ? isDigest(reference) : isTag(reference)
  if (!isRepositoryName(repository) || !repository.includes('/') || !isKnown)
    throw new UserError('BAD_COPY_SOURCE', { from: from.slice(0, 500) })
  return { repository, reference }
}
