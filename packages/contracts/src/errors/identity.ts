import { transient, user } from './error-entry.js'

/** Who calls, and what they may do. */
export const identityErrors = {
  UNAUTHENTICATED: user('UNAUTHORIZED', 401, 'Sign in first.', '请先登录。'),
  WRONG_CREDENTIALS: user('UNAUTHORIZED', 401, 'The user name or password is wrong.', '用户名或密码错误。'),
  DIRECTORY_UNAVAILABLE: transient(
    'UNAVAILABLE',
    503,
    'The directory (LDAP) does not answer. Accounts of Berth itself, robots and tokens work all the same.',
    '目录服务（LDAP）未响应。本地账户、机器人账户和令牌不受影响。',
  ),
  IDENTITY_NAME_TAKEN: user(
    'UNAUTHORIZED',
    401,
    'The user name {username} belongs to another account here (id {id}), so that no account was made for you.',
    '用户名 {username} 已属于另一个账户（ID 为 {id}），因此未为您创建账户。',
    {
      en: 'Where that account is yours, an administrator can link it to this way of signing in.',
      zh: '若该账户属于您本人，可请管理员将其与此登录方式关联。',
    },
  ),
  CREDENTIAL_EXPIRED: user('UNAUTHORIZED', 401, 'This secret or token has expired.', '该密钥或令牌已过期。', {
    en: 'Sign in with a new one.',
    zh: '请换用新的密钥或令牌登录。',
  }),
  ROBOT_DISABLED: user('UNAUTHORIZED', 401, 'This robot is disabled.', '该机器人账户已停用。', {
    en: 'Who manages the robot can enable it again.',
    zh: '机器人账户的管理者可以重新启用它。',
  }),
  ID_TOKEN_REFUSED: user(
    'UNAUTHORIZED',
    401,
    'There is no such robot, it does not trust this token, or the token has expired.',
    '没有此机器人账户，或它不信任该令牌，或令牌已过期。',
    {
      en: "Compare issuer, audience and claims of the token with an entry of the robot's trust, all of them with the same one.",
      zh: '请将令牌的颁发者、受众和声明与机器人账户的某一条信任规则逐项比对，必须全部符合同一条规则。',
    },
  ),
  ISSUER_UNREACHABLE: transient(
    'UNAVAILABLE',
    503,
    'The keys of the issuer {issuer} cannot be fetched, so that nobody can say whether the token is right.',
    '无法获取颁发者 {issuer} 的密钥，暂时无法验证该令牌。',
    {
      en: 'Try again in a moment. A system administrator finds the cause in the log of the api.',
      zh: '请稍后重试。系统管理员可在 api 服务的日志中查看原因。',
    },
  ),
  CODE_NEEDED: user(
    'UNAUTHORIZED',
    401,
    'This account has a second factor: give the code of your app, too.',
    '该账户已启用双重验证，还需输入身份验证器中的验证码。',
  ),
  WRONG_CODE: user('UNAUTHORIZED', 401, 'This code is wrong, or has been used already.', '验证码错误，或已使用过。', {
    en: 'Wait for the next code of your app. Where it is lost, a recovery code does, too.',
    zh: '请等待身份验证器的下一个验证码；若设备丢失，可使用恢复码。',
  }),
  TOKEN_NEEDED: user(
    'UNAUTHORIZED',
    401,
    'This account has a second factor, so that its password alone does not do here: use an access token as the password.',
    '该账户已启用双重验证，此处不能仅用密码登录，请用访问令牌代替密码。',
    { en: 'Make an access token on the account page of the portal.', zh: '请在门户的账户页面创建访问令牌。' },
  ),
  TOO_MANY_FAILED_LOGINS: user(
    'TOO_MANY_REQUEST',
    429,
    'Too many failed sign-ins. Try again in {seconds} seconds.',
    '登录失败次数过多，请在 {seconds} 秒后重试。',
  ),
  TOO_MANY_REGISTRATIONS: user(
    'TOO_MANY_REQUEST',
    429,
    'Too many sign-ups from your address. Try again in {seconds} seconds.',
    '您的地址注册次数过多，请在 {seconds} 秒后重试。',
  ),
  CSRF_REFUSED: user(
    'FORBIDDEN',
    403,
    'The CSRF token is missing or not valid. Reload the page and try again.',
    'CSRF 令牌缺失或无效，请刷新页面后重试。',
  ),
  FORBIDDEN: user(
    'FORBIDDEN',
    403,
    'You lack the right to {right}. Roles that have it: {roles}.',
    '您没有“{right}”权限，以下角色拥有此权限：{roles}。',
    { en: 'A project admin or a system administrator can give you the right.', zh: '可请项目管理员或系统管理员授权。' },
  ),
  SYSTEM_ADMIN_ONLY: user(
    'FORBIDDEN',
    403,
    'Only a system administrator may do this.',
    '只有系统管理员可以执行此操作。',
    { en: 'Ask a system administrator to do it.', zh: '请联系系统管理员操作。' },
  ),
  USERS_ONLY: user(
    'FORBIDDEN',
    403,
    'This is about a user account, which a robot has not.',
    '此操作针对用户账户，机器人账户不能执行。',
  ),
  TOKEN_LIMITED: user(
    'FORBIDDEN',
    403,
    'Only a user in person may do this, neither an access token nor a CLI secret.',
    '此操作仅限用户本人，不能使用访问令牌或 CLI 密钥。',
    { en: 'Sign in with the password.', zh: '请使用密码登录。' },
  ),
  SELF_REGISTRATION_CLOSED: user('PRECONDITION', 412, 'Sign-up is off.', '自助注册已关闭。'),
  SELF_REGISTRATION_PORTAL_ONLY: user(
    'FORBIDDEN',
    403,
    'Sign up on the portal, signed out: this call needs its CSRF token.',
    '请在未登录状态下通过门户页面注册：此调用需要页面的 CSRF 令牌。',
  ),
  UNKNOWN_TOKEN_SERVICE: user(
    'BAD_REQUEST',
    400,
    'Tokens are for the service "{service}".',
    '令牌只签发给服务“{service}”。',
  ),
}
