import { emit, type Statement } from '@berth/database'
import type { Pool, PoolClient, QueryResultRow } from 'pg'

/** An event of a deleted tag, as the registry writes it. */
export function emitOne(connection: Pool | PoolClient, tag: string): Promise<void> {
  const query = async <Row extends QueryResultRow>({ text }: Statement, values: readonly unknown[] = []) =>
    (await connection.query<Row>(text, [...values])).rows
  const place = { project_id: 1, repository_id: 1, repository: 'dev/httpd' }
  return emit({ query }, 'tag.deleted', { ...place, digest: 'sha256:0', tag }, { kind: 'user', name: 'alice' })
}
