import type { EntitySchema, MixedList } from 'typeorm'

/** Every entity of the schema. */
export const entities: MixedList<Function | EntitySchema> = []
