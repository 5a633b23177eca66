import type { DatabaseSettings } from '@berth/database'

function withoutUndefined(variables: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** Environment variables that make a service connect to a database. */
export function databaseEnvironment(settings: DatabaseSettings): Record<string, string> {
  return withoutUndefined({
    BERTH_DATABASE_HOST: settings.host,
    BERTH_DATABASE_PORT: String(settings.port),
    BERTH_DATABASE_USER: settings.user,
    BERTH_DATABASE_PASSWORD: settings.password,
    BERTH_DATABASE_NAME: settings.database,
    BERTH_DATABASE_POOL: String(settings.poolSize),
  })
}
