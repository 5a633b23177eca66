import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { UserError } from '@berth/contracts'
import { canInProject, canInSystem } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import { Authenticator } from '../identity/authenticator.js'
import { Csrf } from '../identity/csrf/csrf.service.js'
import { SettingStore } from '../settings/setting-store.js'
import { ACCESS_RULE, type AccessRule, ALLOWED_IN_READ_ONLY } from './access-rule.js'
import type { Caller } from './caller.js'
import { ProjectFinder } from './project-finder.js'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Finds out who calls, then holds the route's rule against them. Routes without a rule are closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly csrf: Csrf,
    private readonly projects: ProjectFinder,
    private readonly settings: SettingStore,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS_RULE, context.getHandler())
    if (!rule) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no access rule.`)
    const caller = await this.authenticator.identify(request, rule.kind === 'anyone')
    request.caller = caller
    const changes = !SAFE_METHODS.has(request.method)
    if (changes) {
      if (caller.via === 'session') this.csrf.verify(request)
      else this.csrf.verifyOrigin(request)
    }
    await this.enforce(rule, caller, request)
    if (changes && !this.reflector.get<boolean>(ALLOWED_IN_READ_ONLY, context.getHandler())) {
      if (await this.settings.value('read_only')) throw new UserError('READ_ONLY')
    }
    return true
  }

  private async enforce(rule: AccessRule, caller: Caller, request: FastifyRequest): Promise<void> {
    switch (rule.kind) {
      case 'anyone':
        return
      case 'project':
        return this.enforceProject(rule, caller, request)
      case 'sign-up':
        if (!caller.user) return this.enforceSignUp(request)
        break
      case 'self':
        if (caller.user && requestParameter(request, 'user_id') === String(caller.user.id)) return
        break
      case 'signed-in':
      case 'system':
        break
    }
    if (!caller.user) throw new UserError('UNAUTHENTICATED')
    if (rule.kind === 'signed-in') return
    if (!canInSystem(caller.user, rule.permission)) throw new UserError('SYSTEM_ADMIN_ONLY')
  }

  private async enforceProject(
    rule: Extract<AccessRule, { kind: 'project' }>,
    caller: Caller,
    request: FastifyRequest,
  ): Promise<void> {
    const nameOrId = requestParameter(request, 'project_name_or_id')
    const name = requestParameter(request, 'project_name')
    const project = await this.projects.find(
      name === undefined
        ? { nameOrId: nameOrId ?? '', isName: request.headers['x-is-resource-name'] === 'true' }
        : { nameOrId: name, isName: true },
      caller.user?.id,
    )
    const allowed =
      project !== undefined &&
      canInProject(
        { sysadmin: caller.user?.sysadmin ?? false, roles: project.roles, publicProject: project.public },
        rule.permission,
      )
    if (project && allowed) {
      request.project = project
      return
    }
    // An anonymous caller learns nothing of what exists.
    if (!caller.user) throw new UserError('UNAUTHENTICATED')
    if (!project) throw new UserError('PROJECT_NOT_FOUND', { project: name ?? nameOrId ?? '' })
    throw new UserError('FORBIDDEN', { permission: rule.permission })
  }

  private async enforceSignUp(request: FastifyRequest): Promise<void> {
    if (!(await this.settings.value('self_registration'))) throw new UserError('UNAUTHENTICATED')
    if (!this.csrf.isValid(request)) throw new UserError('SELF_REGISTRATION_PORTAL_ONLY')
  }
}

function requestParameter(request: FastifyRequest, name: string): string | undefined {
  const { params } = request
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined
  return typeof value === 'string' ? value : undefined
}
