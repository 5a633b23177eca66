import { createParamDecorator } from '@nestjs/common'
import type { Actor } from '@berth/contracts'
import type { FastifyRequest } from 'fastify'

/** Parameter of a route: whoever asks, as it is written down with what they change. */
export const CurrentActor = createParamDecorator((_, context): Actor => {
  const { caller, ip, id } = context.switchToHttp().getRequest<FastifyRequest>()
  const where = { address: ip, requestId: id }
  if (!caller?.user) return { kind: 'anonymous', name: '', ...where }
  return { kind: 'user', id: caller.user.id, name: caller.user.username, ...where }
})
