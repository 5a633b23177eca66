import { user } from './error-entry.js'

/** Background work and its schedules. */
export const jobErrors = {
  EXECUTION_NOT_FOUND: user('NOT_FOUND', 404, 'There is no run with id {id}.', '没有 ID 为 {id} 的运行记录。'),
  BAD_JOB_PARAMETERS: user('BAD_REQUEST', 400, 'The parameters are not valid: {detail}', '参数无效：{detail}'),
  BAD_CRON: user(
    'BAD_REQUEST',
    400,
    '"{cron}" is not a schedule. Give minute, hour, day, month and day of the week; the second, a single number, may stand before them.',
    '“{cron}”不是有效的 cron 表达式：应依次为分、时、日、月、星期，前面可加秒（单个数字）。',
  ),
}
