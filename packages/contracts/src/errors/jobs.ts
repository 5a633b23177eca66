import { user } from './error-entry.js'

/** Background work and its schedules. */
export const jobErrors = {
  EXECUTION_NOT_FOUND: user('NOT_FOUND', 404, 'There is no run with id {id}.', '没有 ID 为 {id} 的运行记录。'),
  SCHEDULE_EXISTS: user(
    'CONFLICT',
    409,
    'There is a schedule already: change it instead.',
    '已有定时计划，请直接修改。',
  ),
  BAD_CRON: user(
    'BAD_REQUEST',
    400,
    '"{cron}" is not a schedule. Give minute, hour, day, month and day of the week; the second, a single number, may stand before them.',
    '“{cron}”不是有效的 cron 表达式：应依次为分、时、日、月、星期，前面可加秒（单个数字）。',
  ),
}
