import { Param } from '@nestjs/common'
import { fromDigits, wholeNumber } from '@berth/config'

/** PostgreSQL's `integer`. */
export const MAX_ID = 2_147_483_647

const schemaOf = (max: number) => fromDigits(wholeNumber().min(1).max(max))
/** An id, as a path or a query gives it. */
export const givenId = schemaOf(MAX_ID)
/** The same of what may have more than two thousand million rows. */
export const givenBigId = schemaOf(Number.MAX_SAFE_INTEGER)

/** The id that somebody gives; 0, which nothing has, where it is none. */
export const idOrNone = (given: unknown): number => givenId.safeParse(given).data ?? 0

/** Parameter of a route: the id that its path gives under this name. */
export const PathId = (name: string): ParameterDecorator => Param(name, { schema: givenId })

/** The same of a {@link givenBigId}. */
export const PathBigId = (name: string): ParameterDecorator => Param(name, { schema: givenBigId })
