import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import type { RoleId } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'

/** A user as the access rules see them. */
export interface SignedInUser {
  readonly id: number
  readonly username: string
  readonly sysadmin: boolean
}

/** Whoever makes the request. */
export interface Caller {
  readonly user: SignedInUser | undefined
  readonly via: 'anonymous' | 'basic' | 'session'
}

export const anonymous: Caller = { user: undefined, via: 'anonymous' }

/** The project that a path names, as the caller meets it. */
export interface ProjectContext {
  readonly id: number
  readonly name: string
  readonly public: boolean
  /** The caller's roles in it. */
  readonly roles: readonly RoleId[]
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller
    project?: ProjectContext
  }
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>()

/** Parameter of a route: the {@link Caller}. */
export const CurrentCaller = createParamDecorator((_, context) => requestOf(context).caller ?? anonymous)

/** Parameter of a route: the {@link SignedInUser}. For routes that only signed-in users reach. */
export const CurrentUser = createParamDecorator((_, context): SignedInUser => {
  const user = requestOf(context).caller?.user
  if (!user) throw new UserError('UNAUTHENTICATED')
  return user
})

/** Parameter of a route with an `InProject` rule: the {@link ProjectContext}. */
export const CurrentProject = createParamDecorator((_, context): ProjectContext => {
  const { project } = requestOf(context)
  if (!project) throw new Error('The route has no project rule.')
  return project
})
