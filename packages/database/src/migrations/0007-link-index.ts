import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Either index of the links finds one link at once: PostgreSQL takes the shorter way by what is usual, and some digests are linked by
 * every repository.
 */
const statements = `
drop index repository_blob_digest;
create index repository_blob_digest on repository_blob (digest, repository_id);
`

const undo = `
drop index repository_blob_digest;
create index repository_blob_digest on repository_blob (digest);
`

export class LinkIndex1700000000007 implements MigrationInterface {
  name = 'LinkIndex1700000000007'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo)
  }
}
