import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AskedProject } from '../../access/needs.js'
import { givenId } from '../../edge/path-id.js'
import { readQuery } from '../../edge/validation.js'

const inQuery = z.object({ scope: z.literal('p'), project_id: givenId })
const inBody = z.object({ scope: z.literal('p'), project_id: z.int().positive() })

/** Whose labels a list is about: those of a project, or the global ones. */
export function projectOfList(request: Pick<FastifyRequest, 'query'>): AskedProject | undefined {
  const { data } = inQuery.safeParse(readQuery(request.query, inQuery))
  return data && { id: data.project_id }
}

/** Where a label is to be made. */
export function projectOfCreation(request: Pick<FastifyRequest, 'body'>): AskedProject | undefined {
  const { data } = inBody.safeParse(request.body)
  return data && { id: data.project_id }
}
