import { user } from './error-entry.js'

/** Settings of the system. */
export const settingErrors = {
  SETTING_UNAVAILABLE: user(
    'BAD_REQUEST',
    400,
    'Berth has no such function yet: the setting "{key}" stays {only}.',
    'Berth 尚不支持此功能，设置“{key}”只能为 {only}。',
  ),
  SETTING_FIXED: user('BAD_REQUEST', 400, 'The setting "{key}" cannot be changed.', '设置“{key}”不能修改。'),
}
