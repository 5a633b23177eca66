import { user } from './error-entry.js'

const askAdministrator = {
  en: 'Tell a system administrator; accounts with a password of their own sign in as before.',
  zh: '请联系系统管理员；拥有本地密码的账户仍可照常登录。',
}
const again = { en: 'Sign in again.', zh: '请重新登录。' }

/** Signing in by an OpenID provider. */
export const oidcErrors = {
  OIDC_OFF: user(
    'PRECONDITION',
    412,
    'Signing in by an OpenID provider is not set up.',
    '尚未配置 OpenID 登录。',
    askAdministrator,
  ),
  OIDC_UNREACHABLE: user(
    'BAD_REQUEST',
    400,
    'The OpenID provider does not answer as it should: {detail}',
    'OpenID 提供方未正常响应：{detail}',
    {
      en: 'Try again in a moment; if it stays so, tell a system administrator.',
      zh: '请稍后重试；若仍失败，请联系系统管理员。',
    },
  ),
  OIDC_REFUSED: user(
    'UNAUTHORIZED',
    401,
    'The OpenID provider did not sign you in: {detail}',
    'OpenID 提供方未能让您登录：{detail}',
    again,
  ),
  OIDC_ATTEMPT_UNKNOWN: user(
    'BAD_REQUEST',
    400,
    'This sign-in is too old, has ended already, or began in another browser.',
    '此次登录已过期、已结束，或是在其他浏览器中开始的。',
    again,
  ),
  OIDC_TOKEN_REFUSED: user(
    'UNAUTHORIZED',
    401,
    "The OpenID provider's answer cannot be trusted: {detail}",
    'OpenID 提供方的应答不可信：{detail}',
    askAdministrator,
  ),
  OIDC_CLOCK: user(
    'UNAUTHORIZED',
    401,
    "The OpenID provider's token is over, or not valid yet: its clock and this one differ by more than {minutes} minutes.",
    'OpenID 令牌已过期或尚未生效：提供方与本系统的时钟相差超过 {minutes} 分钟。',
    { en: 'A system administrator has to set the clocks right.', zh: '需由系统管理员校准时钟。' },
  ),
  OIDC_CLAIM_MISSING: user(
    'FORBIDDEN',
    403,
    'The OpenID provider says nothing of you in the claim "{claim}", which holds the user name.',
    'OpenID 提供方未在声明“{claim}”中给出您的用户名。',
    askAdministrator,
  ),
  OIDC_GROUPS_UNKNOWN: user(
    'FORBIDDEN',
    403,
    'The OpenID provider does not name your groups: {detail} Without them it is not known what you may do.',
    'OpenID 提供方未给出您的用户组：{detail}因此无法确定您的权限。',
    {
      en: 'A system administrator can have the provider send fewer groups (those of this application alone), or other ones.',
      zh: '系统管理员可让提供方只发送与本应用相关的用户组。',
    },
  ),
  OIDC_ACCOUNT_IN_THE_WAY: user(
    'CONFLICT',
    409,
    'The account {account} has the name or e-mail address of {login} already, and does not belong to you at this provider (issuer {issuer}, subject {subject}).',
    '账户 {account} 已使用 {login} 的名称或邮箱，且不属于您在该提供方的身份（issuer：{issuer}，subject：{subject}）。',
    {
      en: 'If it is your account, a system administrator can link issuer and subject to it, on the page of users.',
      zh: '若这是您的账户，请系统管理员在用户页面将该 issuer 和 subject 关联到此账户。',
    },
  ),
  OIDC_ONBOARDING_OVER: user(
    'PRECONDITION',
    412,
    'There is no sign-in that waits for a user name, or it has waited too long.',
    '没有等待填写用户名的登录，或等待时间过长。',
    again,
  ),
}
