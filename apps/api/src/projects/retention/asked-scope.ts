import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AskedProject } from '../../access/needs.js'
import { MAX_ID } from '../../edge/path-id.js'

const body = z.object({ scope: z.object({ ref: z.int().min(1).max(MAX_ID) }) })

/** The project that a policy is to be made for; one that there is not, where the body names none. */
export function projectOfPolicy(request: Pick<FastifyRequest, 'body'>): AskedProject {
  return { id: body.safeParse(request.body).data?.scope.ref ?? 0 }
}
