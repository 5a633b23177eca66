import { UserError } from '@berth/contracts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AskedProject } from '../../access/needs.js'
import { idOrNone } from '../../edge/path-id.js'
import { type Condition, parseConditions } from '../../listing/parse-conditions.js'

const query = z.object({ q: z.union([z.string(), z.array(z.string()).transform((all) => all.at(-1) ?? '')]) })
const creation = z.object({
  level: z.literal('project'),
  permissions: z.array(z.object({ namespace: z.string() })).min(1),
})

const valueOf = (conditions: readonly Condition[], field: string) => {
  const found = conditions.find((condition) => condition.field === field)
  return found?.kind === 'equal' ? found.value : undefined
}

/**
 * Whose robots a list is about: those of the project that `q` names as `Level=project,ProjectID=1`, or those of the system.
 *
 * @throws {UserError} BAD_QUERY where it names neither
 */
export function projectOfList(request: Pick<FastifyRequest, 'query'>): AskedProject | undefined {
  const { data } = query.safeParse(request.query)
  if (!data) return undefined
  const conditions = parseConditions(data.q)
  const level = valueOf(conditions, 'Level')
  const id = valueOf(conditions, 'ProjectID')
  if (level === 'system' || (level === undefined && id === undefined)) return undefined
  const project = idOrNone(id)
  if ((level ?? 'project') !== 'project' || project === 0)
    throw new UserError('BAD_QUERY', { detail: 'Level is "system", or "project" with the id of one as ProjectID' })
  return { id: project }
}

/** Where a robot is to be made: in the project that its one permission names, or in the system. */
export function projectOfCreation(request: Pick<FastifyRequest, 'body'>): AskedProject | undefined {
  const { data } = creation.safeParse(request.body)
  return data && { name: data.permissions[0]?.namespace ?? '' }
}
