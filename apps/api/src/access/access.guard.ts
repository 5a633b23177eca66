import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { type EventType, UserError } from '@berth/contracts'
import { may, type Subject, type SystemPermission } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import { EMITS } from '../edge/emits.js'
import { SettingStore } from '../settings/setting-store.js'
import { ACCESS_RULE, type AccessRule, ALLOWED_IN_READ_ONLY } from './needs.js'
import { pathParameter } from './path-parameter.js'
import { PlaceGuard, requireFound } from './place-guard.js'
import { requireInPerson } from './require-in-person.js'
import { WhoAsks } from './who-asks.js'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Finds out who asks, then holds the route's rule against them. Routes without a rule are closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly who: WhoAsks,
    private readonly places: PlaceGuard,
    private readonly settings: SettingStore,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS_RULE, context.getHandler())
    if (!rule) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no access rule.`)
    const [type] = this.reflector.get<readonly EventType[] | undefined>(EMITS, context.getHandler()) ?? []
    if (type) request.change = { type }
    const { subject, via, session } = await this.who.identify(request, isOpen(rule) && !('checked' in rule))
    request.subject = subject
    if (session !== undefined) request.session = session
    const changes = !SAFE_METHODS.has(request.method)
    if (changes) this.who.verifyIntent(request, via)
    await this.enforce(rule, subject, request)
    if (changes && !this.reflector.get<boolean>(ALLOWED_IN_READ_ONLY, context.getHandler())) {
      if (await this.settings.value('read_only')) throw new UserError('READ_ONLY')
    }
    if (rule.kind === 'needs' && 'of' in rule) requireFound(rule, request)
    return true
  }

  private async enforce(rule: AccessRule, subject: Subject, request: FastifyRequest): Promise<void> {
    if (isOpen(rule)) return
    if (rule.kind === 'needs' && 'of' in rule) return this.places.enforce(rule, subject, request)
    if (subject.kind === 'anonymous') {
      if (rule.kind === 'sign-up') return this.requireSignUp(request)
      throw new UserError('UNAUTHENTICATED')
    }
    switch (rule.kind) {
      case 'signed-in':
        return
      case 'user':
        if (rule.inPerson) return requireInPerson(subject)
        if (subject.kind !== 'user') throw new UserError('USERS_ONLY')
        return requireOwner(subject, request)
      case 'self':
        if (subject.kind !== 'user') break
        requireOwner(subject, request)
        if (pathParameter(request, 'user_id') === String(subject.id)) return
        break
      default:
    }
    requireInSystem(subject, rule.permission)
    if ('inPerson' in rule) requireInPerson(subject)
  }

  private async requireSignUp(request: FastifyRequest): Promise<void> {
    if (!(await this.settings.value('self_registration'))) throw new UserError('UNAUTHENTICATED')
    if (!this.who.isFromPortal(request)) throw new UserError('SELF_REGISTRATION_PORTAL_ONLY')
  }
}

/** Nobody is turned away; what is shown depends on who asks. */
const isOpen = (rule: AccessRule) => rule.kind === 'anyone' || (rule.kind === 'needs' && rule.scope === 'each project')

/** What becomes of an account is for people themselves to decide: a token or CLI secret may only look at it. */
function requireOwner({ credential }: Subject, { method }: FastifyRequest): void {
  if (credential !== undefined && !SAFE_METHODS.has(method)) throw new UserError('TOKEN_LIMITED')
}

function requireInSystem(subject: Subject, permission: SystemPermission): void {
  if (!may(subject, permission, { scope: 'system' })) throw new UserError('SYSTEM_ADMIN_ONLY')
}
