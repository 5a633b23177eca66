import type { OutboundResponse } from '@berth/outbound'
import type { z } from 'zod'
import { RegistryError } from './registry-error.js'

/**
 * What an answer says, as JSON.
 * @throws {RegistryError} where it is something else, as the page of a portal @throws {OutboundError}
 */
export async function readAnswer<Schema extends z.ZodType>(
  response: OutboundResponse,
  schema: Schema,
  max: number,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await response.json(max).catch(nothing))
  if (!parsed.success) throw new RegistryError(200, 'UNKNOWN', `${response.url.host} answers what no registry does`)
  return parsed.data
}

function nothing(error: unknown): undefined {
  if (!(error instanceof SyntaxError)) throw error
}
