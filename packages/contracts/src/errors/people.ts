import { user } from './error-entry.js'

/** Users and members of projects. */
export const peopleErrors = {
  USER_NOT_FOUND: user('NOT_FOUND', 404, 'There is no user {user}.', '用户 {user} 不存在。'),
  USERNAME_TAKEN: user('CONFLICT', 409, 'The user name {username} is already taken.', '用户名 {username} 已被使用。'),
  EMAIL_TAKEN: user(
    'CONFLICT',
    409,
    'This e-mail address is already used by another user.',
    '该邮箱已被其他用户使用。',
  ),
  BAD_USERNAME: user(
    'BAD_REQUEST',
    400,
    'A user name has 1 to 255 characters: Latin letters without accents, digits, Chinese, Japanese or Korean characters, and signs other than , " ~ # % $ \\ / : ; with no blank at either end and no two in a row.',
    '用户名长度为 1 到 255 个字符，可使用不带重音的拉丁字母、数字、中日韩文字及符号（不含 , " ~ # % $ \\ / : ;），首尾不能有空格，也不能有连续空格。',
  ),
  USERNAME_IS_ADDRESS: user(
    'BAD_REQUEST',
    400,
    'A user name with an @ is the e-mail address of that user: give the same as e-mail address, or another name.',
    '含 @ 的用户名必须与该用户的邮箱地址相同，请填写相同的邮箱或更换用户名。',
  ),
  LOGIN_TAKEN: user(
    'CONFLICT',
    409,
    'Somebody else signs in with this user name or e-mail address, or with one that looks the same.',
    '该用户名或邮箱（或外观相同的名称）已被其他用户用于登录。',
  ),
  BAD_REALNAME: user(
    'BAD_REQUEST',
    400,
    'A full name has 1 to 255 characters and none of , " ~ # % $ and control characters.',
    '全名长度为 1 到 255 个字符，且不能包含 , " ~ # % $ 及控制字符。',
  ),
  BAD_EMAIL: user('BAD_REQUEST', 400, 'This is not an e-mail address.', '邮箱地址格式不正确。'),
  BAD_COMMENT: user('BAD_REQUEST', 400, 'A comment has at most 30 characters.', '备注最多 30 个字符。'),
  WEAK_PASSWORD: user(
    'BAD_REQUEST',
    400,
    'A password has 8 to 128 characters, among them an upper-case letter, a lower-case letter and a digit.',
    '密码长度为 8 到 128 个字符，且至少包含一个大写字母、一个小写字母和一个数字。',
  ),
  PASSWORD_TOO_LONG: user(
    'BAD_REQUEST',
    400,
    'This password takes more than 72 bytes (a Chinese character takes 3): choose a shorter one.',
    '密码超过 72 字节（一个汉字占 3 字节），请缩短密码。',
  ),
  SAME_PASSWORD: user('BAD_REQUEST', 400, 'The new password is the old one.', '新密码不能与旧密码相同。'),
  WRONG_OLD_PASSWORD: user('FORBIDDEN', 403, 'The current password is wrong.', '当前密码错误。'),
  CANNOT_DELETE_ADMIN: user('FORBIDDEN', 403, 'The built-in administrator cannot be deleted.', '不能删除内置管理员。'),
  CANNOT_DELETE_SELF: user('FORBIDDEN', 403, 'You cannot delete your own account.', '不能删除自己的账号。'),
  CANNOT_DEMOTE_ADMIN: user(
    'FORBIDDEN',
    403,
    'The built-in administrator stays an administrator.',
    '不能取消内置管理员的管理员权限。',
  ),
  MEMBER_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'The project has no member with id {member}.',
    '项目中没有 ID 为 {member} 的成员。',
  ),
  NO_SUCH_USER: user('BAD_REQUEST', 400, 'There is no user with id {user}.', '没有 ID 为 {user} 的用户。'),
  ROLE_NOT_FOUND: user('BAD_REQUEST', 400, 'There is no role with id {role}.', '没有 ID 为 {role} 的角色。'),
  MEMBER_EXISTS: user('CONFLICT', 409, '{user} is already a member of this project.', '{user} 已经是该项目的成员。'),
  GROUPS_UNSUPPORTED: user(
    'BAD_REQUEST',
    400,
    'Groups are not available: name a user.',
    '暂不支持用户组，请指定用户。',
  ),
}
