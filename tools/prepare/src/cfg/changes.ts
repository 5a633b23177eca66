import { createHash } from 'node:crypto'
import { withoutSecrets } from './account-sources.js'
import type { Configuration } from './configuration.js'
import { settingsSchema } from './settings.js'

const RELOADED = 'reloaded'

/**
 * What an operator may not expect of a change.
 *
 * @param env `.env` of the installation that is there
 */
export function changeWarnings(configuration: Configuration, env: string): string[] {
  const before = valuesOf(env)
  const data = before.get('DATA_VOLUME')
  const warnings: string[] = []
  if (data !== undefined && data !== configuration.data_volume)
    warnings.push(
      `data_volume was ${data}: what lies there is not used any more. To keep it, stop Berth and move the folder to ${configuration.data_volume} first`,
    )
  const seeds = [before.get('BERTH_SEEDS') ?? RELOADED, seedsOf(configuration)]
  if (data === configuration.data_volume && seeds[0] !== seeds[1] && !seeds.includes(RELOADED))
    warnings.push(
      'what stands under "First start only" has been changed: it takes effect with reload_config = true alone, and the password of admin in the portal alone',
    )
  return warnings
}

/** What an `.env` says, by its keys. */
export function valuesOf(env: string): ReadonlyMap<string, string> {
  return new Map(env.split('\n').map((line) => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)]))
}

/** What a password in harbor.cfg is good for once there are data: nothing. */
export function servedPassword({ harbor_admin_password: password }: Configuration): string[] {
  if (password === settingsSchema.shape.harbor_admin_password.parse(undefined)) return []
  return [
    'harbor_admin_password was for the first start: the password that admin has now is changed in the portal. Take it out of the file',
  ]
}

/** What of the settings only the first start reads, to be compared. Without passwords, of which nothing is to be kept. */
export function seedsOf(configuration: Configuration): string {
  const { self_registration: signUp, project_creation_restriction: creation, token_expiration: minutes } = configuration
  if (configuration.reload_config) return RELOADED
  const accounts = Object.entries(withoutSecrets(configuration.accounts)).map(([key, value]) => `${key}=${value}`)
  const source = createHash('sha256').update(accounts.toSorted().join('\n')).digest('hex').slice(0, 16)
  return [signUp, creation, minutes, ...(accounts.length === 0 ? [] : [source])].join(',')
}
