import { COMMAND_CLASS } from '@berth/contracts'
import type { Queryable } from '@berth/database'

/**
 * An execution may have tasks: executions that its handler has added by `spawn`. They run by themselves, and no worker waits
 * for them:
 *
 *   running, with a worker ──handler is done──▶ running, without one ──all tasks have ended──▶ success | error | stopped
 *
 * An execution ends in `error` where one of its tasks did, in `stopped` where one was stopped. Where it is stopped or fails itself,
 * its tasks are stopped. `counts` tells of its tasks from the first one on, also while its handler still adds some. A command counts by itself.
 * With the end of its last task, `task_sums` says what the numbers in their results come to. Ended tasks never start again, so this and `counts`
 * are final. Where it was stopped or failed itself there is no `task_sums`: its tasks may still end in one way or another.
 */
const settle = {
  name: 'settle_tasks',
  text: `
    with sums as (
      select parent.id, parent.lease_until is null as waits,
             count(task.id) filter (where task.status in ('pending', 'running')) as open,
             count(task.id) filter (where task.status = 'error') as failed,
             count(task.id) filter (where task.status = 'stopped') as stopped,
             count(task.id) filter (where task.status = 'success') as done,
             count(task.id) as total
      from job_execution as parent left join job_execution as task on task.parent_id = parent.id
      where parent.status = 'running' and parent.class <> '${COMMAND_CLASS}'
      group by parent.id
      having parent.lease_until is null or count(task.id) > 0)
    update job_execution as parent
    set counts = jsonb_build_object('total', total, 'done', done, 'failed', failed, 'stopped', stopped),
        status = case when not waits or open > 0 then 'running' when failed > 0 then 'error' when stopped > 0 then 'stopped'
          else 'success' end,
        error = case when waits and open = 0 and failed > 0 then failed || ' of ' || total || ' tasks failed.' end,
        ended_at = case when waits and open = 0 then now() end,
        task_sums = case when waits and open = 0 then coalesce((
          select jsonb_object_agg(one.key, one.sum) from (
            select number.key, sum((number.value #>> '{}')::numeric)
            from job_execution as task cross join lateral jsonb_each(task.result) as number
            where task.parent_id = parent.id and jsonb_typeof(number.value) = 'number'
            group by number.key) as one), '{}') end
    from sums
    where parent.id = sums.id and parent.status = 'running' and (parent.lease_until is null) = waits
      and (waits and open = 0 or parent.counts is distinct from
        jsonb_build_object('total', total, 'done', done, 'failed', failed, 'stopped', stopped))`,
}

/** In one order, so that two services that do so at once do not wait for each other in a circle. */
const stopTasks = {
  name: 'stop_tasks',
  text: `
    with orphan as (
      select task.id from job_execution as task join job_execution as parent on parent.id = task.parent_id
      where task.status in ('pending', 'running') and parent.status in ('stopped', 'error')
      order by task.id for update of task skip locked)
    update job_execution as task set status = 'stopped', ended_at = now(), lease_until = null
    from orphan where task.id = orphan.id`,
}

/** Brings executions and their tasks in line. Several services may do so at the same time. */
export async function settleTasks(database: Queryable): Promise<void> {
  await database.query(stopTasks)
  await database.query(settle)
}
