import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Digest, RepositoryName } from '@berth/oci'
import type { FastifyRequest } from 'fastify'

/** The project that a route is about. */
export interface ProjectContext {
  readonly id: number
  readonly name: string
  readonly public: boolean
}

export interface RepositoryContext {
  readonly id: number
  /** Full name, the project included. */
  readonly name: RepositoryName
  readonly project: ProjectContext
}

export interface ArtifactContext {
  readonly id: number
  readonly digest: Digest
  /** The tag or digest that the path names it by. */
  readonly reference: string
  readonly repository: RepositoryContext
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The project that the path names, whether or not the subject may do anything in it. */
    aimedAt?: ProjectContext
    /** What the guard found where the route's rule says so. */
    found?: {
      readonly project: ProjectContext
      readonly repository?: RepositoryContext
      readonly artifact?: ArtifactContext
    }
  }
}

const foundBy = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().found

function required<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new Error('The rule of the route does not find what its handler takes.')
  return found
}

/** Parameter of a route whose rule is about a project. */
export const CurrentProject = createParamDecorator((_, context): ProjectContext => required(foundBy(context)?.project))

/** The same where the rule is about a project or the system: undefined there. */
export const CurrentProjectIfAny = createParamDecorator(
  (_, context): ProjectContext | undefined => foundBy(context)?.project,
)

/** Parameter of a route whose rule is `inRepository` or `atArtifact`. */
export const CurrentRepository = createParamDecorator((_, context): RepositoryContext =>
  required(foundBy(context)?.repository),
)

/** Parameter of a route whose rule is `inAnyRepository`: undefined where it is not there. */
export const CurrentRepositoryIfAny = createParamDecorator(
  (_, context): RepositoryContext | undefined => foundBy(context)?.repository,
)

/** Parameter of a route whose rule is `atArtifact`. */
export const CurrentArtifact = createParamDecorator((_, context): ArtifactContext =>
  required(foundBy(context)?.artifact),
)
