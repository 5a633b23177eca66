import type { Witness } from './witness.test.support.js'

/** What is allowed although it is known to be weak. */
export async function changeAllowlist({ change }: Witness) {
  const allowlist = { method: 'PUT', path: 'system/CVEAllowlist', body: { items: [{ cve_id: 'CVE-2026-1' }] } } as const
  await change('CveAllowlistController.set', allowlist, 'cve-allowlist.changed', { entries: 1 })
}

/** Settings of the platform. */
export async function changeSettings({ change }: Witness) {
  const settings = { token_expiration: 40 }
  await change(
    'ConfigurationsController.update',
    { method: 'PUT', path: 'configurations', body: settings },
    'settings.changed',
    { keys: ['token_expiration'] },
  )
}

/** Keeps jobs waiting, lets them go on, and ends what waits and what runs. */
export async function changeQueues({ api, change }: Witness) {
  const put = (action: string) => ({ method: 'PUT', path: 'jobservice/queues/retention', body: { action } }) as const
  const queue = 'RETENTION'
  await change('JobQueuesController.act', put('pause'), 'queue.paused', { queue })
  await change('JobQueuesController.act', put('resume'), 'queue.resumed', { queue })
  const add = async (status: string) => {
    const { rows } = await api.database.pool.query<{ id: string }>(
      `insert into job_execution (job, trigger, status) values ('retention', 'manual', $1) returning id`,
      [status],
    )
    return Number(rows[0]?.id)
  }
  await add('pending')
  await change('JobQueuesController.act', put('stop'), 'queue.stopped', { queue, jobs: 1 })
  const run = await add('running')
  const path = `jobservice/jobs/${run}`
  await change('JobRunsController.stop', { method: 'PUT', path }, 'job.stopped', {
    job: 'retention',
    execution_id: run,
  })
}

/** Starts, stops and schedules a job. */
export async function changeJob(
  { api, change }: Witness,
  controller: string,
  path: string,
  job: string,
  parameters?: object,
) {
  const schedule = { path: `${path}/schedule` }
  const now = { schedule: { type: 'Manual' }, parameters }
  const cron = '0 0 0 * * *'
  const daily = { schedule: { type: 'Daily', cron }, parameters }
  const none = { schedule: { type: 'None' } }
  await change(`${controller}.create`, { ...schedule, method: 'POST', body: now }, 'job.started', { job })
  await change(`${controller}.update`, { ...schedule, method: 'PUT', body: now }, 'job.started', { job })
  await change(`${controller}.create`, { ...schedule, method: 'POST', body: daily }, 'schedule.changed', { job, cron })
  await change(`${controller}.update`, { ...schedule, method: 'PUT', body: none }, 'schedule.changed', {
    job,
    cron: null,
  })
  const { rows } = await api.database.pool.query<{ id: string }>('select max(id) as id from job_execution')
  const run = rows[0]?.id
  await change(`${controller}.stop`, { method: 'PUT', path: `${path}/${run}` }, 'job.stopped', {
    job,
    execution_id: Number(run),
  })
}
