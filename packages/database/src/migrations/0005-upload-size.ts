import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How far an upload is, only the blob store knows. */
const statements = `
alter table upload drop column size;
`

export class UploadSize1700000000005 implements MigrationInterface {
  name = 'UploadSize1700000000005'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table upload add column size bigint not null default 0')
  }
}
