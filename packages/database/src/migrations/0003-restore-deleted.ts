import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What listing and restoring deleted artifacts and tags needs to know and to find. */
const statements = `
alter table artifact add column deleted_by text;
create index artifact_deleted_in_repository on artifact (repository_id, deleted_at desc) where deleted_at is not null;

-- Whether the repository held the blob when the manifest came; false for layers that are fetched elsewhere, and in sparse manifests.
alter table artifact_blob add column held boolean not null default true;

create index tag_event_deleted on tag_event (repository_id, at desc) where action = 'delete';
`

export class RestoreDeleted1700000000003 implements MigrationInterface {
  name = 'RestoreDeleted1700000000003'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index artifact_deleted_in_repository, tag_event_deleted;
      alter table artifact drop column deleted_by;
      alter table artifact_blob drop column held`)
  }
}
