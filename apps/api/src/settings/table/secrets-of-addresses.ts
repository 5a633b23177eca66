import { UserError } from '@berth/contracts'
import type { Settings } from './settings-table.js'

/** Secrets that are sent to the address which another setting names. */
const secretsOfAddresses = [
  {
    secret: 'ldap_search_password',
    address: 'ldap_url',
    title: { en: 'password for searching the directory', zh: '目录服务的搜索密码' },
  },
  {
    secret: 'oidc_client_secret',
    address: 'oidc_endpoint',
    title: { en: 'client secret of the OpenID provider', zh: 'OpenID 提供方的客户端密钥' },
  },
] as const

type Given = Readonly<Partial<Record<keyof Settings, unknown>>>

/** The secrets that were given for another address than the one which the changes name. */
const misplaced = (before: Settings, changes: Given) =>
  secretsOfAddresses.filter(
    ({ address }) => changes[address] !== undefined && changes[address] !== '' && changes[address] !== before[address],
  )

/** Whether an empty value of this secret means that there is none any more. With the same address it means that the secret stays. */
export const isClearedBy = (secret: string, before: Settings, changes: Given): boolean =>
  misplaced(before, changes).some((one) => one.secret === secret)

/**
 * Holds that no secret follows a change of the address: it would be sent to whatever server somebody names.
 * @throws {UserError} SETTING_SECRET_NEEDED where it is not given anew
 */
export function requireSecretsAnew(before: Settings, changes: Given): void {
  for (const { secret, title } of misplaced(before, changes)) {
    if (before[secret] !== '' && changes[secret] === undefined)
      throw new UserError('SETTING_SECRET_NEEDED', { secret: title })
  }
}
