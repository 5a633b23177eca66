import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The id of an upload tells its repository, and the blob store what of it is there. */
const statements = `
drop table upload;
`

const undo = `
create table upload (
  id            uuid primary key,
  repository_id bigint not null references repository (id) on delete cascade,
  started_by    text,
  started_at    timestamptz not null default now(),
  touched_at    timestamptz not null default now()
);
create index upload_touched on upload (touched_at);
`

export class NoUploads1700000000006 implements MigrationInterface {
  name = 'NoUploads1700000000006'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo)
  }
}
