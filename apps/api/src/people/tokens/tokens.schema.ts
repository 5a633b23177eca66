import type { rest } from '@berth/contracts'
import type { z } from 'zod'

export type TokenCreation = z.output<typeof rest.accessTokenCreation>
export type TokenRow = z.output<typeof rest.accessToken>
export type TokenCreated = z.output<typeof rest.accessTokenCreated>
