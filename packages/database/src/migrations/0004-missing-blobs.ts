import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Since when the bytes of a blob are known to be lost: it counts as absent until they are pushed again. */
const statements = `
alter table blob add column missing_since timestamptz;
`

export class MissingBlobs1700000000004 implements MigrationInterface {
  name = 'MissingBlobs1700000000004'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table blob drop column missing_since')
  }
}
