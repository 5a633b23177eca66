import { user } from './error-entry.js'

/** Background work and its schedules. */
export const jobErrors = {
  EXECUTION_NOT_FOUND: user('NOT_FOUND', 404, 'There is no run with id {id}.', '没有 ID 为 {id} 的运行记录。'),
  QUEUE_NOT_FOUND: user('NOT_FOUND', 404, 'There is no queue of jobs "{queue}".', '没有名为“{queue}”的任务队列。'),
  WORKER_POOL_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'No jobservice "{pool}" is at work.',
    '没有正在运行的任务服务“{pool}”。',
  ),
  SCHEDULES_PAUSED_ALL_ONLY: user(
    'BAD_REQUEST',
    400,
    'Schedules are paused all together: ask for "all".',
    '定时计划只能整体暂停，请使用“all”。',
  ),
  RETENTION_CHANGED: user(
    'CONFLICT',
    409,
    'The retention policy has been changed or deleted since the run began.',
    '运行开始后，保留策略已被修改或删除。',
  ),
  RETENTION_BRAKE: user(
    'PRECONDITION',
    412,
    '{goes} of {total} artifacts of {repository} would go, which is more than {limit} %: nothing of it was taken.',
    '{repository} 的 {total} 个制品中将删除 {goes} 个，超过上限 {limit}%，因此未删除任何制品。',
    {
      en: 'Look at a preview, and change the rules or the share.',
      zh: '请先预览，再调整规则或上限比例。',
    },
  ),
  BAD_JOB_PARAMETERS: user('BAD_REQUEST', 400, 'The parameters are not valid: {detail}', '参数无效：{detail}'),
  BAD_CRON: user(
    'BAD_REQUEST',
    400,
    '"{cron}" is not a schedule. Give minute, hour, day, month and day of the week; the second, a single number, may stand before them.',
    '“{cron}”不是有效的 cron 表达式：应依次为分、时、日、月、星期，前面可加秒（单个数字）。',
  ),
}
