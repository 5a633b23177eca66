import type { EntityManager } from 'typeorm'

/** A TypeORM transaction as `emit` takes it. */
export const writerOf = (manager: EntityManager) => ({
  query: <Row>(statement: { readonly text: string }, values: readonly unknown[] = []): Promise<Row[]> =>
    manager.query<Row[]>(statement.text, [...values]),
})
