import type { MigrationInterface, QueryRunner } from 'typeorm'

const statements = `
-- What an execution reports: each row is some of its lines, each ended by a line feed.
create table job_log (
  id           bigint generated always as identity primary key,
  execution_id bigint not null references job_execution (id) on delete cascade,
  text         text not null
);
create index job_log_execution on job_log (execution_id, id);

-- payload: of the executions that the schedule starts. type: how an operator chose the cron expression.
alter table schedule
  add column id bigint generated always as identity unique,
  add column created_at timestamptz not null default now(),
  add column updated_at timestamptz not null default now(),
  add column payload jsonb not null default '{}',
  add column type text not null default 'Custom' check (type in ('Hourly', 'Daily', 'Weekly', 'Custom', 'Schedule'));
`

export class JobLog1700000000002 implements MigrationInterface {
  name = 'JobLog1700000000002'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table job_log;
      alter table schedule drop column id, drop column created_at, drop column updated_at, drop column payload, drop column type`)
  }
}
