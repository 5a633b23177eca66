import { readdir } from 'node:fs/promises'
import { createTestDatabase, fillDatabase, fillSizes, type TestDatabase } from '@berth/testkit'
import sql, { type Sql } from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { typeExpressions } from '../content/artifacts/artifact-view.js'
import { leaveOutOf } from '../edge/left-out.js'
import { listQuery } from './list-query.js'
import { type ListResult, listStatement } from './list-statement.js'
import type { ListField } from './list-view.js'
import { type ListedView, viewTable } from './view-table.test.support.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await fillDatabase(database.settings, { ...fillSizes(0.02), users: 3000, events: 9000 })
  // Those of the lists below are these alone.
  await database.pool.query(
    'truncate job_execution, retention_policy, replication_policy, webhook_policy, immutable_rule restart identity cascade',
  )
  await database.pool.query('delete from registry_endpoint')
  await database.pool.query(`
    insert into job_execution (job, trigger, status, started_at)
    select 'garbage-collection', 'manual', 'running', now() from generate_series(1, 3000)`)
  await database.pool.query('analyze job_execution')
  await database.pool.query(`
    insert into schedule (job, subject_kind, subject_id, cron) select 'retention', 'retention', n, '0 0 0 * * *' from generate_series(1, 60) n`)
  await database.pool.query(`
    with policy as (
      insert into retention_policy (project_id, rules) values (1, '[]') returning id
    ), run as (
      insert into job_execution (job, trigger, subject_kind, subject_id, result)
      select 'retention', 'manual', 'retention', id, '{"version": 1}' from policy returning id, subject_id
    ), task as (
      insert into job_execution (job, trigger, subject_kind, subject_id, parent_id, payload)
      select 'retention-repository', 'manual', 'retention', subject_id, id, '{"repository": "p/app"}' from run returning id, parent_id
    )
    insert into retention_verdict (run_id, execution_id, repository, digest, tags, tag_count, size, pushed_at, outcome)
    select parent_id, id, 'app', 'sha256:' || n, '{v1}', 1, 10, now(), 'stays' from task, generate_series(1, 3000) n`)
  await database.pool.query(`
    insert into registry_endpoint (name, type, url)
    select 'registry-' || n, 'harbor', 'https://r' || n || '.example' from generate_series(1, 50) n`)
  await database.pool.query(`
    with policy as (
      insert into replication_policy (name, dest_registry_id)
      select 'rule-' || id, id from registry_endpoint returning id
    ), run as (
      insert into job_execution (job, trigger, subject_kind, subject_id)
      select 'replication', 'schedule', 'replication', id from policy, generate_series(1, 60) returning id
    )
    insert into job_execution (job, trigger, parent_id, payload)
    select 'replication-task', 'schedule', id, jsonb_build_object('number', n)
    from (select id from run limit 1) one, generate_series(1, 3000) n`)
  await database.pool.query('analyze retention_verdict')
  await database.pool.query(`
    with webhook as (
      insert into webhook_policy (project_id, name, enabled, event_types, kind, address, payload_format, creator)
      values (1, 'hook', true, '{PUSH_ARTIFACT}', 'http', 'http://hook.example/', 'Default', 'admin') returning id
    )
    insert into job_execution (job, class, trigger, subject_kind, subject_id, payload)
    select 'webhook-delivery', 'webhook', 'event', 'webhook', id,
      jsonb_build_object('event_id', n::text, 'message', '{"type": "PUSH_ARTIFACT", "operator": "ann"}'::jsonb)
    from webhook, generate_series(1, 3000) n`)
  await database.pool.query('analyze job_execution')
  await database.pool.query(`
    insert into immutable_rule (project_id, repository_pattern, tag_pattern, allowed_roles)
    values (1, '**', 'v*', null), (1, '**', 'latest', '{1,4}')`)
}, 120_000)
afterAll(() => database[Symbol.asyncDispose]())

const plan = z.looseObject({ 'Node Type': z.string(), 'Subplan Name': z.string().optional() })
interface Plan extends z.output<typeof plan> {
  readonly Plans?: readonly Plan[]
}

/** Every step of a plan. */
function steps(of: Plan): Plan[] {
  return [of, ...(of.Plans ?? []).flatMap(steps)]
}

/**
 * The steps of one part of a list's statement. How much there is to read in a small database must not decide: where there is an index, it
 * is taken.
 */
async function explain({ text, values }: Sql, part: 'page' | 'gathered'): Promise<Plan[]> {
  const client = await database.pool.connect()
  try {
    await client.query('begin; set local enable_sort = off; set local enable_seqscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, values)
    const all = steps(rows[0]?.['QUERY PLAN'][0].Plan ?? expect.fail())
    return all.filter((step) => step['Subplan Name'] === `CTE ${part}`).flatMap(steps)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const statement = ({ view, where }: ListedView, asked: object) => listStatement(view, listQuery.parse(asked), { where })
const wordsOf = { text: 'zqxjk', integer: '4711', boolean: 'true', time: '2026-03-04T05:06:07' } as const

/** `q` for each way to ask for a field. */
function questions(name: string, type: ListField['type'], sample: string = wordsOf[type]): string[] {
  return [`${name}=${sample}`, `${name}=~${sample}`, `${name}=[${sample}~${sample}]`, `${name}={${sample} ${sample}}`]
}

it('is a table of every view', async () => {
  const files = await readdir(new URL('../', import.meta.url), { recursive: true })
  const views = files.filter((file) => file.endsWith('-view.ts') && !file.startsWith('listing/'))
  expect([...new Set(viewTable.map(({ file }) => file))].toSorted()).toEqual(views.toSorted())
})

describe.each(viewTable)('$name', (listed) => {
  const { view, withoutIndex = [], samples = {} } = listed
  const isServed = (field: string) => view.isSmall !== true && !withoutIndex.includes(field)

  it('gives rows as its schema says, whole pages of them', async () => {
    const { text, values } = statement(listed, { page_size: '100' })
    const { rows } = await database.pool.query<ListResult>(text, values)
    const found = rows[0]?.rows ?? []
    expect(found.length).toBe(Math.min(rows[0]?.total ?? 0, 100))
    expect(found.length).toBeGreaterThan(0)
    const schema = z.array(view.row)
    const told = leaveOutOf(schema)?.(found) ?? found
    expect(schema.parse(told)).toEqual(told)
  })

  it('answers for the last page that can be asked for, by a field that is named ever again', async () => {
    const field = view.defaultSort.replace('-', '')
    const sort = Array(Math.floor(1024 / (field.length + 1)))
      .fill(field)
      .join(',')
    const { text, values } = statement(listed, { sort, page: '1000000000', page_size: '100' })
    expect((await database.pool.query<ListResult>(text, values)).rows[0]?.rows).toEqual([])
  })

  it('gives every row once, however its pages are reached', async () => {
    for (const sort of [view.defaultSort, ...Object.keys(view.fields).filter((name) => view.fields[name]?.sortable)]) {
      const page = async (asked: object) => {
        const { text, values } = statement(listed, { sort, page_size: '7', ...asked })
        return (await database.pool.query<ListResult>(text, values)).rows[0] ?? expect.fail()
      }
      const all = await page({ page_size: '100' })
      const last = Math.max(1, Math.ceil(all.total / 7))
      const fromEnd = await page({ page: `${last}` })
      expect(fromEnd.rows.length, sort).toBe(all.total - (last - 1) * 7)
      const second = await page({ page: '2' })
      expect(second.rows, sort).toEqual(all.rows.slice(7, 14))
    }
  })

  it.each(Object.keys(view.fields).filter((name) => view.fields[name]?.sortable && isServed(name)))(
    'is sorted by %s out of an index, both ways',
    async (field) => {
      for (const sort of [field, `-${field}`]) {
        for (const page of ['1', '50']) {
          const found = await explain(statement(listed, { sort, page }), 'page')
          expect(found.length).toBeGreaterThan(0)
          expect(found.map((step) => step['Node Type'])).not.toContain('Sort')
        }
      }
    },
  )

  const asked = [
    ...Object.entries(view.fields).map(([name, { type }]) => [name, type] as const),
    ...Object.keys(view.special ?? {}).map((name) => [name, 'text'] as const),
  ]
  it.each(asked)('finds by %s in an index, or refuses to', async (field, type) => {
    for (const q of questions(field, type, samples[field])) {
      let built: Sql
      try {
        built = statement(listed, { q })
      } catch (error) {
        expect(error).toMatchObject({ reason: 'BAD_QUERY' })
        continue
      }
      const conditions = (await explain(built, 'gathered')).map((step) => step['Index Cond']).join('\n')
      const sample = (samples[field] ?? wordsOf[type]).slice(0, 10)
      const isPart = q.includes('=~') && withoutIndex.includes(`${field}~`)
      if (isServed(field) && !isPart && type !== 'boolean')
        expect(conditions.toLowerCase(), q).toContain(sample.toLowerCase())
    }
  })
})

it('finds charts of many repositories in their order, without the images between them', async () => {
  const { view } = viewTable.find(({ name }) => name === 'artifacts of a repository') ?? expect.fail()
  const groups = { of: sql`a.repository_id`, ids: [1, 2, 3] }
  const charts = listStatement(view, listQuery.parse({ q: 'type=CHART' }), { where: [sql`a.is_listed`], groups })
  const indexes = (await explain(charts, 'page')).map((step) => step['Index Name'])
  expect(indexes.filter((name) => name !== undefined)).toEqual(Array(2).fill('artifact_listed_by_rare_kind'))
})

it.each([...typeExpressions])('has PostgreSQL know how many artifacts have which %s', async (_, type) => {
  const most = await database.pool.query<{ type: string; count: number }>(
    sql`select ${type} as type, count(*)::int from artifact a group by 1 order by 2 desc limit 1`,
  )
  const { type: asked, count } = most.rows[0] ?? expect.fail()
  const { text, values } = sql`explain (format json) select from artifact a where ${type} = ${asked}`
  const { rows } = await database.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(text, values)
  expect(Number(rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'])).toBeGreaterThan(count / 2)
})
