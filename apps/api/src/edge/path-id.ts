import { Param } from '@nestjs/common'
import { z } from 'zod'

/** PostgreSQL's `integer`. */
export const MAX_ID = 2_147_483_647

const schemaOf = (max: number) => z.coerce.number().int().min(1).max(max)
const id = schemaOf(MAX_ID)
const bigId = schemaOf(Number.MAX_SAFE_INTEGER)

/** Parameter of a route: the id that its path gives under this name. */
export const PathId = (name: string): ParameterDecorator => Param(name, { schema: id })

/** The same of what may have more than two thousand million rows. */
export const PathBigId = (name: string): ParameterDecorator => Param(name, { schema: bigId })
