import type { rest } from '@berth/contracts'
import { z } from 'zod'
import { listQuery } from '../../listing/list-query.js'

export const registryListQuery = listQuery.extend({
  name: z.string().max(255).default('').describe("Part of a registry's name."),
})
export type RegistryListQuery = z.output<typeof registryListQuery>

export type RegistryRow = z.output<typeof rest.registry>
export type RegistryCreation = z.output<typeof rest.registryCreation>
export type RegistryUpdate = z.output<typeof rest.registryUpdate>
export type RegistryPing = z.output<typeof rest.registryPing>
export type RegistryInfo = z.output<typeof rest.registryInfo>
export type RegistryProviderInfo = z.output<typeof rest.registryProviderInfo>
